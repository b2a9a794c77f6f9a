using DutyGuy.Domain;
using DutyGuy.Store;
using DutyGuy.Web;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace DutyGuy.Features.Playbooks;

/// <summary>A new text and why.</summary>
sealed record NewVersion(IReadOnlyDictionary<string, string> Files, string Reason);

/// <summary>Why an older text comes back.</summary>
sealed record BackReason(string? Reason);

/// <summary>Publishes a text: in force from the next turn; an older one is brought back at once, as a new number.</summary>
static class PublishVersion
{
    public static async Task<IResult> Handle(
        string duty,
        NewVersion version,
        Caller caller,
        DutyStore store,
        IClock clock
    ) =>
        await Answer(
            store,
            clock,
            duty,
            await store.Change(db =>
                Publish(db, duty, version.Files, version.Reason, caller.Name, clock.GetCurrentInstant())
            )
        );

    public static async Task<IResult> RollBack(
        string duty,
        int number,
        BackReason? why,
        Caller caller,
        DutyStore store,
        IClock clock
    ) =>
        await Answer(
            store,
            clock,
            duty,
            await store.Change(db => RollBack(db, duty, number, why?.Reason, caller.Name, clock.GetCurrentInstant()))
        );

    static async Task<IResult> Answer(DutyStore store, IClock clock, string duty, Outcome<int> published) =>
        published.Refusal is { } refusal
            ? refusal.ToProblem()
            : (
                await store.Read(db => ReadPlaybook.Find(db, duty, published.Value, clock.GetCurrentInstant()))
            ).ToCreated(v => $"playbooks/{duty}/versions/{v.Version}");

    static async Task<Outcome<int>> Publish(
        DutyDb db,
        string duty,
        IReadOnlyDictionary<string, string> files,
        string reason,
        string by,
        Instant now
    )
    {
        if (string.IsNullOrWhiteSpace(reason))
            return Refusal.Invalid(
                "The reason is missing. Write one sentence a colleague can understand tomorrow.",
                "reason"
            );
        var reading = PlaybookParser.Parse(files);
        if (reading.Playbook is not { } playbook)
            return Refusal.Invalid(string.Join(" ", reading.Problems.Take(5)), "files");
        if (await db.LoadFacts(duty, now) is not { } facts)
            return Refusal.NotFound($"There is no duty “{duty}”.");
        if (
            await db.PlaybookVersions.OrderByDescending(v => v.Number).FirstAsync(v => v.Duty == duty) is var last
            && last.Hash == playbook.Hash
        )
            return Refusal.Conflict($"That is version {last.Number} already, to the letter.");
        return await Keep(db, facts, files, playbook.Hash, reason, by, NextTurn(facts), null);
    }

    static async Task<Outcome<int>> RollBack(DutyDb db, string duty, int number, string? reason, string by, Instant now)
    {
        if (await db.PlaybookVersions.FirstOrDefaultAsync(v => v.Duty == duty && v.Number == number) is not { } older)
            return Refusal.NotFound($"{duty} has no version {number}.");
        var facts = (await db.LoadFacts(duty, now))!;
        return await Keep(db, facts, older.Files, older.Hash, reason ?? $"Back to version {number}.", by, now, number);
    }

    static async Task<Outcome<int>> Keep(
        DutyDb db,
        DutyFacts facts,
        IReadOnlyDictionary<string, string> files,
        string hash,
        string reason,
        string by,
        Instant inForceFrom,
        int? rollsBackTo
    )
    {
        var number = await db.PlaybookVersions.Where(v => v.Duty == facts.Duty.Id).MaxAsync(v => v.Number) + 1;
        await db.Insert(
            new PlaybookVersion
            {
                Duty = facts.Duty.Id,
                Number = number,
                Hash = hash,
                Author = by,
                Reason = reason,
                At = facts.Now,
                InForceFrom = inForceFrom,
                RollsBackTo = rollsBackTo,
                Files = files,
            }
        );
        var text = $"{facts.NameOf(by)} published version {number} of the playbook: {reason}";
        db.Append(facts.Fact(FactKind.PlaybookPublished, by, text));
        return number;
    }

    /// <summary>The beginning of the next turn; while nobody is on duty that is the next start of hours.</summary>
    static Instant NextTurn(DutyFacts facts)
    {
        var hours = facts.Rota.Hours;
        var today = hours.StartOf(facts.Today);
        return hours.IsWorkingDay(facts.Today) && today > facts.Now
            ? today
            : hours.StartOf(hours.NextWorkingDay(facts.Today));
    }
}
