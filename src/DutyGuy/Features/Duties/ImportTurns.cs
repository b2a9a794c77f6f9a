using DutyGuy.Domain;
using DutyGuy.Store;
using DutyGuy.Web;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace DutyGuy.Features.Duties;

/// <summary>What an import of past turns wrote; with <c>preview</c>, what it would.</summary>
sealed record ImportedTurns(bool Preview, IReadOnlyList<PastTurn> Turns);

/// <summary>Turns of before the rota, from CSV: they count as turns done. All lines, or none.</summary>
static class ImportTurns
{
    public static async Task<IResult> Handle(
        string duty,
        HttpRequest request,
        Caller caller,
        DutyStore store,
        IClock clock,
        bool preview = false
    )
    {
        using var body = new StreamReader(request.Body);
        var text = await body.ReadToEndAsync();
        var now = clock.GetCurrentInstant();
        Task<Outcome<ImportedTurns>> Do(DutyDb db) => Import(db, duty, text, preview, caller, now);
        return (preview ? await store.Read(Do) : await store.Change(Do)).ToResult();
    }

    static async Task<Outcome<ImportedTurns>> Import(
        DutyDb db,
        string duty,
        string text,
        bool preview,
        Caller caller,
        Instant now
    )
    {
        if (await db.LoadFacts(duty, now) is not { } facts)
            return ReadDuties.NoSuch(duty);
        var read = PastTurnsCsv.Read(text, facts.Rota, await db.People.ToListAsync(), facts.Today);
        if (read.Wrong.Count > 0)
            return Refusal.Invalid(
                $"Nothing was written. {string.Join(' ', read.Wrong.Take(10).Select(w => $"Line {w.Line}: {w.Why}"))}"
                    + (read.Wrong.Count > 10 ? $" And {read.Wrong.Count - 10} lines more." : ""),
                "csv"
            );
        if (preview || read.Turns.Count == 0)
            return new ImportedTurns(preview, read.Turns);
        foreach (var turn in read.Turns)
            db.Add(new DutyTurn(duty, turn.Date, turn.Person));
        var said = $"{facts.NameOf(caller.Name)} imported {read.Turns.Count} turns of before the rota.";
        await db.Apply(new Decision { Facts = [facts.Fact(FactKind.RotaChanged, caller.Name, said)] }, now);
        return new ImportedTurns(false, read.Turns);
    }
}
