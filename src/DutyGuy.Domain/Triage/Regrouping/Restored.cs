namespace DutyGuy.Domain;

/// <summary>An error as it was before a merge or split, but for what was changed since.</summary>
internal static class Restored
{
    public static TrackedError Of(RegroupingNotes notes, TrackedError now)
    {
        var (before, after) = (notes.Before, notes.After);
        var was = now with
        {
            CreatedAt = Pick(e => e.CreatedAt),
            RegressedAt = Pick(e => e.RegressedAt),
            FirstRelease = Pick(e => e.FirstRelease),
            FirstSeen = Pick(e => e.FirstSeen),
            LastSeen = Pick(e => e.LastSeen),
            Culprit = Pick(e => e.Culprit),
            Endpoint = Pick(e => e.Endpoint),
            SupportContacts = Pick(e => e.SupportContacts),
            Baseline = Pick(e => e.Baseline),
            TicketLife = Pick(e => e.TicketLife),
            Frames = now.Frames.SequenceEqual(after.Frames) ? before.Frames : now.Frames,
            Asked = now.Asked.SequenceEqual(after.Asked, StringComparer.Ordinal) ? before.Asked : now.Asked,
        };
        return Pick(ErrorOwner.Of).On(was);

        T Pick<T>(Func<TrackedError, T> of) =>
            EqualityComparer<T>.Default.Equals(of(now), of(after)) ? of(before) : of(now);
    }
}
