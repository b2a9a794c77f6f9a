namespace DutyGuy.Domain;

/// <summary>
/// What was rolled back and is not mended ships by no route. Which commit contains which is read from the line of main:
/// what comes later on it contains what came before. A copy of a change under another hash is not recognised.
/// </summary>
public sealed class Rejection
{
    /// <summary>Digits of a commit that name it.</summary>
    public const int ShortestName = 7;

    readonly IReadOnlyList<Rejected> all;
    readonly IReadOnlyList<MainCommit> line;

    Rejection(IReadOnlyList<Hold> holds, IReadOnlyList<MainCommit> line)
    {
        this.line = line;
        all = [.. holds.Select(h => new Rejected(h, Named(h.Commit), Named(h.MendedBy)))];
    }

    /// <summary>Nothing was rolled back.</summary>
    public static readonly Rejection None = new([], []);

    /// <summary>From the holds that roll backs left, lifted ones too, the rollouts of the service, and the line of main.</summary>
    public static Rejection Of(
        IReadOnlyList<Hold> holds,
        IReadOnlyList<Rollout> rollouts,
        IReadOnlyList<MainCommit> line
    )
    {
        var rejected = holds.Where(h => h.IsRejection).ToList();
        if (rejected.Count == 0)
            return None;
        var ours = rollouts.Select(r => r.Id).ToHashSet();
        return new([.. rejected.Where(h => ours.Contains(h.RolloutId!.Value))], line);
    }

    /// <summary>Of what a duty ships.</summary>
    public static Rejection Of(DutyFacts facts) => Of(facts.Holds, facts.Rollouts, facts.Line);

    /// <summary>The newest one of which nobody has said what mended it; null when there is none.</summary>
    public Hold? Standing => all.LastOrDefault(r => r.Stands)?.Hold;

    /// <summary>All of which nobody has said what mended it.</summary>
    public IEnumerable<Hold> AllStanding => all.Where(r => r.Stands).Select(r => r.Hold);

    /// <summary>Whether a commit of main may be a candidate.</summary>
    public bool Allows(MainCommit commit) => all.All(r => r.Allows(commit));

    /// <summary>Whether a release is the rolled-back one, or has it in it.</summary>
    public Tri IsIn(Hold hold, string commit, string release)
    {
        if (Names(hold.Commit, commit) || Names(hold.Commit, release))
            return Tri.Yes;
        return (Named(hold.Commit), Named(commit)) switch
        {
            ({ } rejected, { } shipped) when rejected.Repository == shipped.Repository => (
                shipped.Ordinal >= rejected.Ordinal
            ).ToTri(),
            _ => Tri.CannotTell,
        };
    }

    /// <summary>The same name, or one hash that begins the other.</summary>
    static bool Names(string? one, string other) =>
        string.Equals(one, other, StringComparison.OrdinalIgnoreCase)
        || (one is not null && IsHash(one) && IsHash(other) && (Begins(one, other) || Begins(other, one)));

    /// <summary>Seven digits of a hash at least.</summary>
    public static bool IsHash(string name) =>
        name.Length is >= ShortestName and <= 64 && name.All(char.IsAsciiHexDigit);

    MainCommit? Named(string? commit) => MainCommit.Named(commit?.ToLowerInvariant(), line);

    static bool Begins(string whole, string start) => whole.StartsWith(start, StringComparison.OrdinalIgnoreCase);

    /// <summary>A rolled-back commit and the one that mended it, as far as main's line has them.</summary>
    sealed record Rejected(Hold Hold, MainCommit? Commit, MainCommit? MendedBy)
    {
        public bool Stands => Hold.LiftedAt is null;

        public bool Allows(MainCommit commit) =>
            !Stands && Hold.Mended is null or Mended.NotTheCode ? true
            : !Stands && MendedBy is not null
                ? MendedBy.Repository != commit.Repository || commit.Ordinal >= MendedBy.Ordinal
            // What runs is the one before, or newer: an older commit is nothing to ship either. The same when what
            // mended it is not on main any more.
            : Commit is null ? !Names(Hold.Commit, commit.Sha)
            : Commit.Repository != commit.Repository;
    }
}
