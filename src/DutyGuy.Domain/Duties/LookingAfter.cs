using NodaTime;

namespace DutyGuy.Domain;

/// <summary>Something has another duty now; null is nobody.</summary>
public sealed record Moved(KnownKind Kind, string Name, Duty? From, Duty? To);

/// <summary>
/// The duties after a change, and all that has another duty by it. What moved is compared, not kept count of: nothing can
/// change hands in silence.
/// </summary>
/// <param name="Duties">Those whose row is new or another one now.</param>
/// <param name="Moves">Everything that has another duty than before.</param>
public sealed record LookingAfter(IReadOnlyList<Duty> Duties, IReadOnlyList<Moved> Moves)
{
    /// <summary>All duties as they are then.</summary>
    public IReadOnlyList<Duty> On(IReadOnlyList<Duty> before) =>
        [.. before.Where(d => Duties.All(after => after.Id != d.Id)), .. Duties];

    /// <summary>A duty joins: what it names moves to it; before a second one joins, all that there is is written down to the first.</summary>
    public static LookingAfter Joined(IReadOnlyList<Duty> duties, Duty joining, KnownSources known)
    {
        var before = DutyAssignment.Standing(duties);
        if (before.Count == 0)
            return new([joining], []);
        var written = before is [var only] ? [WrittenDown(only, known)] : before;
        var named = joining with
        {
            Repositories = Once(joining.Repositories ?? []),
            Projects = Once(joining.Projects ?? []),
        };
        return Compared(before, [.. written.Select(d => Without(d, named)), named], known);
    }

    /// <summary>A duty names other things; null: as before. What another one named moves.</summary>
    public static LookingAfter Changed(
        IReadOnlyList<Duty> duties,
        Duty changed,
        IReadOnlyList<string>? repositories,
        IReadOnlyList<string>? projects,
        KnownSources known
    )
    {
        var before = DutyAssignment.Standing(duties);
        var after = changed with
        {
            Repositories = Once(repositories) ?? changed.Repositories,
            Projects = Once(projects) ?? changed.Projects,
        };
        return Compared(before, [.. before.Select(d => d.Id == changed.Id ? after : Without(d, after))], known);
    }

    /// <summary>A duty takes one more thing. A single duty has it anyway.</summary>
    public static LookingAfter Taken(
        IReadOnlyList<Duty> duties,
        Duty by,
        KnownKind kind,
        string name,
        KnownSources known
    ) =>
        DutyAssignment.Of(duties, kind, name)?.Id == by.Id
            ? new([], [])
            : Changed(
                duties,
                by,
                kind == KnownKind.Repository ? [.. by.Repositories ?? [], name] : null,
                kind == KnownKind.Project ? [.. by.Projects ?? [], name] : null,
                known
            );

    /// <summary>A duty ends: nobody looks after what it had, unless one duty is left, which looks after everything.</summary>
    public static LookingAfter Ended(IReadOnlyList<Duty> duties, string id, Instant at, KnownSources known)
    {
        var before = DutyAssignment.Standing(duties);
        return Compared(before, [.. before.Select(d => d.Id == id ? d with { EndedAt = at } : d)], known);
    }

    static LookingAfter Compared(IReadOnlyList<Duty> before, IReadOnlyList<Duty> after, KnownSources known) =>
        new(
            [.. after.Where(d => !before.Contains(d))],
            [.. Enum.GetValues<KnownKind>().SelectMany(kind => MovesOf(kind, before, after, known))]
        );

    static IEnumerable<Moved> MovesOf(
        KnownKind kind,
        IReadOnlyList<Duty> before,
        IReadOnlyList<Duty> after,
        KnownSources known
    ) =>
        from name in before
            .Concat(after)
            .SelectMany(d => DutyAssignment.Named(d, kind) ?? [])
            .Concat(known.Of(kind))
            .Distinct(StringComparer.Ordinal)
            .Order(StringComparer.Ordinal)
        let had = DutyAssignment.Of(before, kind, name)
        let has = DutyAssignment.Of(after, kind, name)
        where had?.Id != has?.Id
        select new Moved(kind, name, had, has);

    static Duty WrittenDown(Duty duty, KnownSources known) =>
        duty with
        {
            Repositories = Once([.. duty.Repositories ?? [], .. known.Repositories]),
            Projects = Once([.. duty.Projects ?? [], .. known.Projects]),
        };

    static Duty Without(Duty duty, Duty taker)
    {
        var repositories = Less(duty.Repositories, taker.Repositories);
        var projects = Less(duty.Projects, taker.Projects);
        return repositories == duty.Repositories && projects == duty.Projects
            ? duty
            : duty with
            {
                Repositories = repositories,
                Projects = projects,
            };
    }

    static IReadOnlyList<string>? Less(IReadOnlyList<string>? named, IReadOnlyList<string>? taken) =>
        named is null || taken is null || !named.Intersect(taken, StringComparer.Ordinal).Any()
            ? named
            : [.. named.Except(taken, StringComparer.Ordinal)];

    static IReadOnlyList<string>? Once(IReadOnlyList<string>? names) =>
        names is null ? null : [.. names.Distinct(StringComparer.Ordinal)];
}
