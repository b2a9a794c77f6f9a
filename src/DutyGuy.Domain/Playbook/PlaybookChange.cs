namespace DutyGuy.Domain;

/// <summary>One change as people read it. <paramref name="Meaning"/> false: wording only, needs no decision.</summary>
/// <param name="What">What changed, such as <c>rule “staging”</c>.</param>
/// <param name="Before">Null: added.</param>
/// <param name="After">Null: removed.</param>
public sealed record PlaybookChange(string What, string? Before, string? After, bool Meaning)
{
    /// <summary>The change as one sentence.</summary>
    public override string ToString() =>
        (Before, After) switch
        {
            (null, _) => $"Added {What}: {After}",
            (_, null) => $"Removed {What}: {Before}",
            _ => $"Changed {What}: {Before} → {After}",
        };
}
