using DutyGuy.Domain;

namespace DutyGuy.Features.Triage;

/// <summary>The errors of a duty as the triage page parts them, by what the playbook's rules ask. Pure.</summary>
/// <param name="Open">The error that the card shows; null when none waits.</param>
/// <param name="Unowned">All for which an owner is to be found, the one in the card too; those that meet customers first, then oldest.</param>
/// <param name="Old">All that are to be written up.</param>
/// <param name="Owned">With their owner.</param>
/// <param name="Filed">Written up: they have a ticket.</param>
/// <param name="Unasked">Without an owner, and no rule asks for one.</param>
/// <param name="Baseline">Open from before the tracker was connected.</param>
/// <param name="All">Every open error.</param>
sealed record TriageView(
    TrackedError? Open,
    IReadOnlyList<TrackedError> Unowned,
    IReadOnlyList<TrackedError> Old,
    IReadOnlyList<TrackedError> Owned,
    IReadOnlyList<TrackedError> Filed,
    IReadOnlyList<TrackedError> Unasked,
    int Baseline,
    IReadOnlyList<TrackedError> All
)
{
    /// <summary>Without owner besides the one in the card.</summary>
    public IReadOnlyList<TrackedError> MoreUnowned => Besides(Unowned);

    /// <summary>To write up besides the one in the card.</summary>
    public IReadOnlyList<TrackedError> MoreOld => Besides(Old);

    public static TriageView Of(DutyFacts facts, long? chosen)
    {
        var (asks, environments) = (ErrorAsks.Of(facts), WatchedEnvironments.Of(facts.Playbook));
        var all = facts.Errors.Where(e => e.Status == ErrorStatus.Open).ToList();
        var mine = all.Where(e => !e.Baseline)
            .OrderByDescending(e => environments.MeetCustomers(e.Environment))
            .ThenBy(e => e.CreatedAt)
            .ToList();
        var unowned = mine.Where(asks.WaitsForOwner).ToList();
        var old = mine.Where(asks.IsToWriteUp).ToList();
        var filed = mine.Where(IsFiled).ToList();
        var rest = mine.Except(unowned).Except(old).Except(filed).ToLookup(e => e.Assignee is not null);
        var open = all.FirstOrDefault(e => e.Id == chosen) ?? unowned.FirstOrDefault() ?? old.FirstOrDefault();
        return new(open, unowned, old, [.. rest[true]], filed, [.. rest[false]], all.Count(e => e.Baseline), all);
    }

    /// <summary>Whether the conclusions of this life are filed.</summary>
    public static bool IsFiled(TrackedError error) => error.TicketLife == error.Life;

    IReadOnlyList<TrackedError> Besides(IReadOnlyList<TrackedError> errors) => [.. errors.Where(e => e.Id != Open?.Id)];
}
