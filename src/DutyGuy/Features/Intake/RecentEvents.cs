namespace DutyGuy.Features.Intake;

/// <summary>Numbers of the newest events, for a sender that did not hear our answer and sends again.</summary>
sealed class RecentEvents
{
    const int Most = 100_000;
    readonly HashSet<(int, string)> known = [];
    readonly Queue<(int, string)> inOrder = [];

    /// <summary>Those not seen before; each once.</summary>
    public IReadOnlyList<Sighting> Fresh(IEnumerable<Sighting> sightings) =>
        [.. sightings.DistinctBy(Key).Where(s => !known.Contains(Key(s)))];

    /// <summary>They are durable now.</summary>
    public void Remember(IReadOnlyList<Sighting> sightings)
    {
        foreach (var sighting in sightings)
            if (known.Add(Key(sighting)))
                inOrder.Enqueue(Key(sighting));
        while (inOrder.Count > Most)
            known.Remove(inOrder.Dequeue());
    }

    static (int, string) Key(Sighting sighting) => (sighting.Group.Project, sighting.EventId);
}
