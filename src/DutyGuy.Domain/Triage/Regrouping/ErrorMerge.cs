using NodaTime;

namespace DutyGuy.Domain;

/// <summary>A person says that two errors are one: the older stays and gets all of the other, its coming events too.</summary>
public static class ErrorMerge
{
    /// <summary>Makes two errors one; who is on duty, or an owner. Pressed again nothing happens.</summary>
    /// <param name="facts">What the duty knows.</param>
    /// <param name="one">One of the errors.</param>
    /// <param name="two">The other.</param>
    /// <param name="by">Who says so.</param>
    /// <param name="known">The keys that both know.</param>
    /// <param name="kept">Numbers of the kept events of both, by error.</param>
    public static Outcome<Regrouped> Of(
        DutyFacts facts,
        TrackedError one,
        TrackedError two,
        string by,
        IReadOnlyList<ErrorKey> known,
        ILookup<long, long> kept
    )
    {
        if (ErrorActs.NotTheirs(facts, by, one, two) is { } notTheirs)
            return notTheirs;
        if (one.MergedInto == two.Id || two.MergedInto == one.Id)
            return Regrouped.Already(one.MergedInto == two.Id ? two.Id : one.Id);
        if (Refuse(one, two) is { } refusal)
            return refusal;
        var (stays, goes) = IsOlder(one, two) ? (one, two) : (two, one);
        var joined = ErrorJoin.Of(facts, stays, goes, by);
        var keys = known.Where(k => k.ErrorId == goes.Id).ToList();
        var text = $"{facts.NameOf(by)} made “{goes.Title}” one with “{stays.Title}”.";
        return new Regrouped(
            new Decision
            {
                Rows = [.. keys.Select(k => k with { ErrorId = stays.Id, At = facts.Now })],
                Facts = [facts.Fact(FactKind.ErrorsMerged, by, text, $"error:{stays.Id}")],
            } + joined.Decision,
            stays.Id
        )
        {
            Moves = [new EventMove.All(goes.Id, stays.Id)],
            Row = new()
            {
                Kind = RegroupingKind.Merge,
                Kept = stays.Id,
                Other = goes.Id,
                By = by,
                At = facts.Now,
                Notes = new(
                    stays,
                    joined.Kept,
                    goes,
                    [.. keys.Select(k => k.Key)],
                    [.. kept[goes.Id]],
                    kept.SelectMany(e => e).DefaultIfEmpty().Max(),
                    joined.Pokes,
                    []
                ),
            },
        };
    }

    /// <summary>Whether the first was seen before the second: then it stays.</summary>
    public static bool IsOlder(TrackedError one, TrackedError two) =>
        one.FirstSeen != two.FirstSeen ? one.FirstSeen < two.FirstSeen : one.Id < two.Id;

    private static Refusal? Refuse(TrackedError one, TrackedError two)
    {
        if (one.Id == two.Id)
            return Refusal.Invalid("That is this error. Choose another one.", "with");
        if (one.Project != two.Project)
            return Refusal.Conflict(
                $"Error {two.Id} is of another project. Only errors of one project and environment can be one."
            );
        if (one.Environment != two.Environment)
            return Refusal.Conflict(
                $"Error {two.Id} is in {two.Environment}, this one in {one.Environment}. Only errors of one environment can be one."
            );
        return NotOpen(one) ?? NotOpen(two);
    }

    internal static Refusal? NotOpen(TrackedError error) =>
        error.MergedInto is { } into ? Refusal.Conflict($"Error {error.Id} is a part of error {into}. Choose that one.")
        : error.Status != ErrorStatus.Open ? Refusal.Conflict($"Error {error.Id} is not open any more.")
        : null;
}
