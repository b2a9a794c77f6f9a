using System.Text.Json;
using System.Text.RegularExpressions;
using DutyGuy.Commands;
using DutyGuy.Domain;
using DutyGuy.Store;
using DutyGuy.Web;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace DutyGuy.Features.Duties;

/// <summary>What <c>POST duties</c> takes; the playbook is the name of one that ships, or its files.</summary>
sealed record NewDuty(
    string Id,
    string? Name,
    IReadOnlyList<string>? Members,
    IReadOnlyList<string>? Repositories,
    IReadOnlyList<string>? Projects,
    IReadOnlyList<LocalDate>? ClosedOn,
    string? Holidays,
    JsonElement? Playbook,
    string? Ships = null
);

/// <summary>Sets up a duty with its playbook; its rota begins on the next working day.</summary>
static partial class CreateDuty
{
    public static async Task<IResult> Handle(NewDuty wanted, Caller caller, DutyStore store, IClock clock)
    {
        var files = Files(wanted.Playbook);
        if (files.Refusal is { } refusal)
            return refusal.ToProblem();
        var outcome = await store.Change(db =>
            Create(db, wanted, files.Value!, caller.Name, clock.GetCurrentInstant())
        );
        return outcome.ToCreated(duty => $"duties/{duty.Id}");
    }

    /// <summary>Creates the duty, or says why not.</summary>
    public static async Task<Outcome<DutyView>> Create(
        DutyDb db,
        NewDuty wanted,
        IReadOnlyDictionary<string, string> files,
        string author,
        Instant now
    )
    {
        if (!Word().IsMatch(wanted.Id))
            return Refusal.Invalid($"“{wanted.Id}” is no name for a duty. Use small letters, digits and dashes.", "id");
        var duties = await db.EveryDuty();
        if (duties.FirstOrDefault(d => d.Id == wanted.Id) is { } taken)
            return Refusal.Conflict(
                taken.EndedAt is null
                    ? $"There is a duty “{wanted.Id}” already. Change it with PATCH duties/{wanted.Id}."
                    : $"There was a duty “{wanted.Id}”, and its past keeps the word. Take another one."
            );
        if (await UnknownMember(db, wanted.Members) is { } unknown)
            return unknown;
        if (Wrong(wanted.Name, wanted.ClosedOn, wanted.Holidays, now) is { } wrong)
            return wrong;
        if (WrongNames(wanted.Repositories, wanted.Projects) is { } name)
            return name;
        var reading = PlaybookParser.Parse(files);
        if (reading.Playbook is not { } playbook)
            return Refusal.Invalid(string.Join(" ", reading.Problems.Take(5)), "playbook");
        var known = await db.KnownSources();
        var after = LookingAfter.Joined(duties, Duty(wanted, playbook, now), known);
        if (WrongShips(wanted.Ships, wanted.Id, after.On(duties), known) is { } ships)
            return ships;
        var duty = await db.AddDuty(after.Duties.Single(d => d.Id == wanted.Id), playbook, files, author, now);
        await db.Reassign(after with { Duties = [.. after.Duties.Where(d => d != duty)] }, author, now);
        if (DutyAssignment.Standing(await db.AllDuties()) is { Count: 2 } two)
            db.Append(MoveFacts.Kept(two.First(d => d.Id != duty.Id), duty, author, now));
        return DutyView.Of(duty, playbook, 1);
    }

    /// <summary>A duty ships a repository that it looks after.</summary>
    public static Refusal? WrongShips(string? ships, string duty, IReadOnlyList<Duty> duties, KnownSources known)
    {
        if (string.IsNullOrEmpty(ships) || DutyAssignment.OfRepository(duties, ships)?.Id == duty && IsKnown())
            return null;
        var mine = known.Repositories.Where(r => DutyAssignment.OfRepository(duties, r)?.Id == duty).ToList();
        return Refusal.Invalid(
            $"{duty} does not look after a repository “{ships}”"
                + (mine.Count == 0 ? "." : $"; it looks after {string.Join(", ", mine)}."),
            "ships"
        );

        bool IsKnown() =>
            known.Repositories.Contains(ships, StringComparer.Ordinal)
            || duties.Any(d => d.Repositories?.Contains(ships, StringComparer.Ordinal) == true);
    }

    /// <summary>Refuses a member whom nobody knows.</summary>
    public static async Task<Refusal?> UnknownMember(DutyDb db, IReadOnlyList<string>? members)
    {
        var known = await db.People.Select(p => p.Handle).ToListAsync();
        return members?.FirstOrDefault(m => !known.Contains(m, StringComparer.Ordinal)) is { } stranger
            ? Refusal.Invalid($"Nobody is called “{stranger}”. Add the person first.", "members")
            : null;
    }

    /// <summary>Refuses a name that no page can show, closed days that nobody means, and holidays of nowhere.</summary>
    public static Refusal? Wrong(string? name, IEnumerable<LocalDate>? closedOn, string? holidays, Instant now) =>
        name is not null && (string.IsNullOrWhiteSpace(name) || name.Length > 100)
            ? Refusal.Invalid("A duty's name has 1 to 100 letters.", "name")
            : Reach.Wrong(closedOn, now.InUtc().Date, "closedOn") ?? PublicHolidays.Wrong(NullIfEmpty(holidays));

    /// <summary>Refuses names of repositories and projects that no page can show.</summary>
    public static Refusal? WrongNames(IReadOnlyList<string>? repositories, IReadOnlyList<string>? projects) =>
        (repositories ?? []).Any(IsNone) ? Refusal.Invalid("A repository's name has 1 to 200 letters.", "repositories")
        : (projects ?? []).Any(IsNone) ? Refusal.Invalid("A project's name has 1 to 200 letters.", "projects")
        : null;

    static bool IsNone(string? name) => string.IsNullOrWhiteSpace(name) || name.Length > 200;

    /// <summary>An empty code says that there are no holidays.</summary>
    public static string? NullIfEmpty(string? code) => code is "" ? null : code;

    static Duty Duty(NewDuty wanted, Playbook playbook, Instant now) =>
        new()
        {
            Id = wanted.Id,
            Name = wanted.Name ?? playbook.Name,
            Members = wanted.Members ?? [],
            Repositories = wanted.Repositories,
            Projects = wanted.Projects,
            ClosedOn = wanted.ClosedOn ?? [],
            Holidays = NullIfEmpty(wanted.Holidays),
            Ships = NullIfEmpty(wanted.Ships),
            CreatedAt = now,
        };

    static Outcome<IReadOnlyDictionary<string, string>> Files(JsonElement? playbook) =>
        playbook switch
        {
            null or { ValueKind: JsonValueKind.Undefined or JsonValueKind.Null } => Shipped("engineering"),
            { ValueKind: JsonValueKind.String } name => Shipped(name.GetString()!),
            { ValueKind: JsonValueKind.Object } files when files.EnumerateObject().All(IsText) => new Outcome<
                IReadOnlyDictionary<string, string>
            >(
                files.EnumerateObject().DistinctBy(f => f.Name).ToDictionary(f => f.Name, f => f.Value.GetString()!),
                null
            ),
            _ => Refusal.Invalid(
                "Write the name of a playbook that ships, or an object of its files, each a text.",
                "playbook"
            ),
        };

    static bool IsText(JsonProperty file) => file.Value.ValueKind == JsonValueKind.String;

    static Outcome<IReadOnlyDictionary<string, string>> Shipped(string name) =>
        name is "engineering" or "devops"
            ? new Outcome<IReadOnlyDictionary<string, string>>(PlaybookFolder.Files(PlaybookFolder.Shipped(name)), null)
            : Refusal.Invalid($"No playbook “{name}” ships. There are engineering and devops.", "playbook");

    [GeneratedRegex("^[a-z0-9][a-z0-9-]{0,49}$", RegexOptions.NonBacktracking)]
    private static partial Regex Word();
}
