using NodaTime;

namespace DutyGuy.Domain;

/// <summary>What one author did to one file within the commits looked at.</summary>
/// <param name="Changes">When they changed it, newest first; never empty.</param>
public sealed record FileAuthor(string Name, string Mail, IReadOnlyList<Instant> Changes)
{
    /// <summary>The number of commits.</summary>
    public int Commits => Changes.Count;

    /// <summary>The instant of the newest change.</summary>
    public Instant Last => Changes[0];
}
