using DutyGuy.Domain;
using NodaTime;

namespace DutyGuy.Features.Triage;

/// <summary>The errors of a duty as the triage page parts them. Pure.</summary>
/// <param name="Open">The error that the card shows; null when none waits.</param>
/// <param name="Young">Others without owner, production first, then oldest.</param>
/// <param name="Old">Two days and older in staging: to write up.</param>
/// <param name="Owned">With their owner.</param>
/// <param name="Baseline">Open from before the tracker was connected.</param>
/// <param name="All">Every open error.</param>
sealed record TriageView(
    TrackedError? Open,
    IReadOnlyList<TrackedError> Young,
    IReadOnlyList<TrackedError> Old,
    IReadOnlyList<TrackedError> Owned,
    int Baseline,
    IReadOnlyList<TrackedError> All
)
{
    static readonly Duration Limit = Duration.FromDays(2);

    /// <summary>All without owner, the one in the card too.</summary>
    public IReadOnlyList<TrackedError> Unowned => [.. All.Where(e => !e.Baseline && WaitsForOwner(e, Now))];

    public Instant Now { get; init; }

    public static TriageView Of(DutyFacts facts, long? chosen)
    {
        var all = facts.Errors.Where(e => e.Status == ErrorStatus.Open).ToList();
        var mine = all.Where(e => !e.Baseline)
            .OrderByDescending(e => e.Environment == Environments.Production)
            .ThenBy(e => e.CreatedAt)
            .ToList();
        var old = mine.Where(e => IsToWriteUp(e, facts.Now)).ToList();
        var young = mine.Where(e => WaitsForOwner(e, facts.Now)).ToList();
        var open = all.FirstOrDefault(e => e.Id == chosen) ?? young.FirstOrDefault() ?? old.FirstOrDefault();
        var owned = mine.Where(e => e.Assignee is not null && !IsToWriteUp(e, facts.Now));
        return new(
            open,
            [.. young.Where(e => e.Id != open?.Id)],
            [.. old.Where(e => e.Id != open?.Id)],
            [.. owned.Where(e => e.Id != open?.Id)],
            all.Count(e => e.Baseline),
            all
        )
        {
            Now = facts.Now,
        };
    }

    /// <summary>Staging errors from two days on are written up; production's keep asking for an owner.</summary>
    public static bool IsOld(TrackedError error, Instant now) =>
        error.Environment == Environments.Staging && now - error.CreatedAt >= Limit;

    static bool IsToWriteUp(TrackedError error, Instant now) => IsOld(error, now) && error.TicketLife != error.Life;

    static bool WaitsForOwner(TrackedError error, Instant now) =>
        error.Assignee is null && !IsOld(error, now) && error.TicketLife != error.Life;
}
