using System.Collections.Frozen;
using NodaTime;

namespace DutyGuy.Domain;

/// <summary>How main fared over all repositories of a duty: each change of its colour in order, and its state now.</summary>
/// <param name="Changes">Each instant at which the colour changed, with the new colour.</param>
/// <param name="Now">The state at the end.</param>
public sealed record MainHistory(IReadOnlyList<(Instant At, MainColour Colour)> Changes, MainState Now)
{
    /// <summary>Repositories that failed during a red, by the instant at which it began.</summary>
    public IReadOnlyDictionary<Instant, IReadOnlySet<string>> Failed { get; init; } =
        FrozenDictionary<Instant, IReadOnlySet<string>>.Empty;

    /// <summary>Of the repositories together.</summary>
    /// <param name="mains">The repositories.</param>
    /// <param name="now">The instant for which it is asked.</param>
    public static MainHistory Of(IReadOnlyList<RepositoryMain> mains, Instant now)
    {
        var each = mains.Select(m => (m.Repository, Changes: m.Changes(now))).ToList();
        var colours = each.ToDictionary(m => m.Repository, _ => MainColour.NotConnected, StringComparer.Ordinal);
        var failed = new Dictionary<Instant, IReadOnlySet<string>>();
        var changes = new List<(Instant At, MainColour Colour)>();
        var moments = each.SelectMany(m => m.Changes.Select(c => (c.At, m.Repository, c.Colour)))
            .GroupBy(c => c.At)
            .OrderBy(c => c.Key);
        foreach (var moment in moments)
        {
            foreach (var (_, repository, colour) in moment)
                colours[repository] = colour;
            var together = Together(colours.Values);
            if (changes.Count == 0 || changes[^1].Colour != together)
                changes.Add((moment.Key, together));
            if (together == MainColour.Failing)
                failed[changes[^1].At] = failed
                    .GetValueOrDefault(changes[^1].At, FrozenSet<string>.Empty)
                    .Concat(colours.Where(c => c.Value == MainColour.Failing).Select(c => c.Key))
                    .ToHashSet();
        }
        return new(changes, StateOf([.. mains.Select(m => m.StateAt(now))], changes)) { Failed = failed };
    }

    static MainState StateOf(IReadOnlyList<MainState> states, IReadOnlyList<(Instant At, MainColour Colour)> changes)
    {
        if (changes.Count == 0)
            return MainState.NotConnected;
        var (since, colour) = changes[^1];
        return new(
            colour,
            colour == MainColour.Unknown ? states.Where(s => s.Colour == colour).Min(s => s.Since) : since,
            [.. states.SelectMany(s => s.Broken)]
        )
        {
            NextChange = states.Min(s => s.NextChange),
            Silent = [.. states.SelectMany(s => s.Silent)],
        };
    }

    /// <summary>Red comes first; one that cannot be seen, or has no result yet, takes the green away.</summary>
    static MainColour Together(IReadOnlyCollection<MainColour> colours) =>
        colours.Contains(MainColour.Failing) ? MainColour.Failing
        : colours.Contains(MainColour.Unknown) ? MainColour.Unknown
        : colours.Contains(MainColour.Running) ? MainColour.Running
        : colours.Contains(MainColour.Passing) ? MainColour.Passing
        : MainColour.NotConnected;
}
