using DutyGuy.Domain;
using DutyGuy.Store;
using DutyGuy.Web;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace DutyGuy.Features.Playbooks;

/// <summary>Shows playbooks and their history.</summary>
static class ReadPlaybook
{
    public static async Task<IResult> InForce(string duty, DutyStore store, IClock clock) =>
        (await store.Read(db => Find(db, duty, null, clock.GetCurrentInstant()))).ToResult();

    public static async Task<IResult> Version(string duty, int number, DutyStore store, IClock clock) =>
        (await store.Read(db => Find(db, duty, number, clock.GetCurrentInstant()))).ToResult();

    public static async Task<IResult> Versions(string duty, DutyStore store) =>
        (
            await store.Read<Outcome<ListOf<VersionView>>>(async db =>
                await History(db, duty) is { Count: > 0 } versions
                    ? ListOf<VersionView>.All(versions)
                    : Refusal.NotFound($"There is no duty “{duty}”.")
            )
        ).ToResult();

    /// <summary>A version, or the one in force.</summary>
    public static async Task<Outcome<PlaybookView>> Find(DutyDb db, string duty, int? number, Instant now)
    {
        if (!await db.Duties.AnyAsync(d => d.Id == duty))
            return Refusal.NotFound($"There is no duty “{duty}”.");
        number ??= (await db.PlaybookInForce(duty, now)).Number;
        return await db.PlaybookVersions.FirstOrDefaultAsync(v => v.Duty == duty && v.Number == number) is { } version
            ? PlaybookView.Of(version, await db.PlaybookOf(duty, version.Number))
            : Refusal.NotFound($"{duty} has no version {number}.");
    }

    /// <summary>Every version, newest first, each with its difference to the one before.</summary>
    public static async Task<IReadOnlyList<VersionView>> History(DutyDb db, string duty)
    {
        var views = new List<VersionView>();
        Playbook? before = null;
        foreach (
            var version in await db.PlaybookVersions.Where(v => v.Duty == duty).OrderBy(v => v.Number).ToListAsync()
        )
        {
            var playbook = await db.ReadablePlaybookOf(duty, version.Number);
            views.Add(
                View(version, before is null || playbook is null ? [] : PlaybookDifference.Between(before, playbook))
            );
            before = playbook;
        }
        views.Reverse();
        return views;
    }

    static VersionView View(PlaybookVersion version, IReadOnlyList<PlaybookChange> changes) =>
        new(
            version.Number,
            version.Hash,
            version.Author,
            version.Reason,
            version.At,
            version.InForceFrom,
            version.RollsBackTo,
            changes
        );
}
