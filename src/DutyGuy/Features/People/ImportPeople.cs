using System.Text.Json;
using System.Text.Json.Serialization;
using DutyGuy.Domain;
using DutyGuy.Store;
using DutyGuy.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace DutyGuy.Features.People;

/// <summary>Whose authors become people.</summary>
public sealed record RepositoryImport([property: JsonRequired] string Repository);

/// <summary>What an import added; with <c>preview</c>, what it would add, and whose dates would move.</summary>
sealed record ImportAnswer(
    bool Preview,
    IReadOnlyList<Person> Added,
    IReadOnlyList<WrongLine> Wrong,
    IReadOnlyList<LeftOut> LeftOut,
    IReadOnlyList<TurnMove>? Moves = null
);

/// <summary>A whole team in one step: from CSV, or from the authors of a repository. All lines, or none.</summary>
static class ImportPeople
{
    public static async Task<IResult> Handle(
        HttpRequest request,
        Caller caller,
        DutyStore store,
        IClock clock,
        bool preview = false,
        bool skipWrong = false
    )
    {
        var read = await Reader(request);
        if (read.Value is not { } reader)
            return read.Refusal!.ToProblem();
        var now = clock.GetCurrentInstant();
        Task<Outcome<PeopleImport>> Look(DutyDb db) => reader(db, now.InUtc().Date);
        Task<Outcome<PeopleImport>> Do(DutyDb db) => Write(db, Look, skipWrong, caller, now);
        var outcome = preview ? await store.Read(Look) : await store.Change(Do);
        if (outcome.Value is not { } import)
            return outcome.Refusal!.ToProblem();
        return preview || skipWrong || import.Wrong.Count == 0
            ? TypedResults.Json(
                new ImportAnswer(
                    preview,
                    import.Added,
                    import.Wrong,
                    import.LeftOut,
                    preview ? Joiners.Move(await store.Read(db => db.LoadAllFacts(now)), import.Added) : null
                ),
                Words.Json
            )
            : NothingWritten(import);
    }

    delegate Task<Outcome<PeopleImport>> ReadPeople(DutyDb db, LocalDate today);

    /// <summary>How the body says who: JSON names a repository, all else is CSV.</summary>
    static async Task<Outcome<ReadPeople>> Reader(HttpRequest request)
    {
        if (!request.HasJsonContentType())
        {
            using var body = new StreamReader(request.Body);
            var text = await body.ReadToEndAsync();
            return (ReadPeople)(async (db, today) => PeopleCsv.Read(text, await db.People.ToListAsync(), today));
        }
        try
        {
            var from = await request.ReadFromJsonAsync<RepositoryImport>(Words.Json);
            return (ReadPeople)((db, today) => FromRepository(db, from?.Repository ?? "", today));
        }
        catch (JsonException wrong)
        {
            return BadInput.Refused(wrong);
        }
    }

    static async Task<Outcome<PeopleImport>> FromRepository(DutyDb db, string repository, LocalDate today)
    {
        if (!await db.Repositories.AnyAsync(r => r.Id == repository))
            return Refusal.NotFound($"There is no repository “{repository}”. Add it first.");
        return PeopleFromAuthors.Propose(await AuthorsOf(db, repository), await db.People.ToListAsync(), today);
    }

    /// <summary>The seam to the source history: today the authors of the commits of main that the server has seen.</summary>
    static async Task<IReadOnlyList<RepositoryAuthor>> AuthorsOf(DutyDb db, string repository) =>
        await db
            .MainCommits.Where(c => c.Repository == repository)
            .GroupBy(c => new { c.AuthorName, c.AuthorMail })
            .Select(g => new RepositoryAuthor(g.Key.AuthorName, g.Key.AuthorMail, g.Count()))
            .ToListAsync();

    static async Task<Outcome<PeopleImport>> Write(
        DutyDb db,
        Func<DutyDb, Task<Outcome<PeopleImport>>> look,
        bool skipWrong,
        Caller caller,
        Instant now
    )
    {
        var outcome = await look(db);
        if (outcome.Value is { } import && (skipWrong || import.Wrong.Count == 0))
            foreach (var person in import.Added)
                await AddPerson.Join(db, person, caller, now);
        return outcome;
    }

    static IResult NothingWritten(PeopleImport import)
    {
        var lines = import.Wrong.Count == 1 ? "1 line is wrong" : $"{import.Wrong.Count} lines are wrong";
        return TypedResults.Problem(
            new ProblemDetails
            {
                Status = 400,
                Title = "Nothing was written.",
                Detail =
                    $"{lines}, {import.Added.Count} could be added. Mend the file, or send it with ?skipWrong=true to "
                    + "leave the wrong ones out.",
                Extensions =
                {
                    ["errors"] = import.Wrong.ToDictionary(
                        w => $"line {w.Line}",
                        w => new[] { w.Why },
                        StringComparer.Ordinal
                    ),
                },
            }
        );
    }
}
