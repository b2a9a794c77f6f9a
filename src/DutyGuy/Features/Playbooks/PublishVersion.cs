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
        if (await db.Duties.FirstOrDefaultAsync(d => d.Id == duty) is not { } known)
            return Refusal.NotFound($"There is no duty “{duty}”.");
        if (DutyEnd.IsOver(known) is { } over)
            return over;
        if (
            await db.PlaybookVersions.OrderByDescending(v => v.Number).FirstAsync(v => v.Duty == duty) is var last
            && last.Hash == playbook.Hash
        )
            return Refusal.Conflict($"That is version {last.Number} already, to the letter.");
        // Nobody can work by a text that cannot be read, so the mended one need not wait for the next turn.
        var from = await db.ReadablePlaybook(duty, now) is { } inForce
            ? NextTurn(RotaOf.Hours(known, inForce), now)
            : now;
        return await Keep(db, new(duty, now, from), files, playbook.Hash, reason, by, null);
    }

    static async Task<Outcome<int>> RollBack(DutyDb db, string duty, int number, string? reason, string by, Instant now)
    {
        if (await db.PlaybookVersions.FirstOrDefaultAsync(v => v.Duty == duty && v.Number == number) is not { } older)
            return Refusal.NotFound($"{duty} has no version {number}.");
        if (await db.ReadablePlaybookOf(duty, number) is null)
            return Refusal.Conflict(
                $"Version {number} cannot be read any more. Choose another, or publish a mended one."
            );
        reason ??= $"Back to version {number}.";
        return await Keep(db, new(duty, now, now), older.Files, older.Hash, reason, by, number);
    }

    static async Task<Outcome<int>> Keep(
        DutyDb db,
        Publication of,
        IReadOnlyDictionary<string, string> files,
        string hash,
        string reason,
        string by,
        int? rollsBackTo
    )
    {
        var number = await db.PlaybookVersions.Where(v => v.Duty == of.Duty).MaxAsync(v => v.Number) + 1;
        await db.Insert(
            new PlaybookVersion
            {
                Duty = of.Duty,
                Number = number,
                Hash = hash,
                Author = by,
                Reason = reason,
                At = of.At,
                InForceFrom = of.InForceFrom,
                RollsBackTo = rollsBackTo,
                Files = files,
            }
        );
        var name = await db.People.Where(p => p.Handle == by).Select(p => p.Name).FirstOrDefaultAsync() ?? by;
        db.Append(
            new Fact
            {
                At = of.At,
                Kind = FactKind.PlaybookPublished,
                Source = by,
                Duty = of.Duty,
                Text = $"{name} published version {number} of the playbook: {reason}",
            }
        );
        return number;
    }

    /// <summary>The beginning of the next turn; while nobody is on duty that is the next start of hours.</summary>
    static Instant NextTurn(DutyHours hours, Instant now)
    {
        var today = hours.DateOf(now);
        return hours.IsWorkingDay(today) && hours.StartOf(today) > now
            ? hours.StartOf(today)
            : hours.StartOf(hours.NextWorkingDay(today));
    }

    sealed record Publication(string Duty, Instant At, Instant InForceFrom);
}
