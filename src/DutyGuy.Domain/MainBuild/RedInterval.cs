using NodaTime;

namespace DutyGuy.Domain;

/// <summary>A time during which main was red; <c>To</c> is null while it still is.</summary>
/// <param name="Repository">The repositories that failed.</param>
/// <param name="From">First failed result.</param>
/// <param name="To">First green again.</param>
/// <param name="Minutes">Whole minutes of red so far.</param>
public sealed record RedInterval(string Repository, Instant From, Instant? To, int Minutes)
{
    /// <summary>The last red of the history; null when there was none.</summary>
    public static RedInterval? Last(DutyFacts facts) => All(facts).LastOrDefault();

    /// <summary>Every red of the history known, oldest first.</summary>
    public static IReadOnlyList<RedInterval> All(DutyFacts facts)
    {
        var changes = facts.Main.Changes;
        var reds = new List<RedInterval>();
        for (var i = 0; i < changes.Count; i++)
        {
            if (changes[i].Colour != MainColour.Failing)
                continue;
            var to = i + 1 < changes.Count ? changes[i + 1].At : (Instant?)null;
            var minutes = (int)((to ?? facts.Now) - changes[i].At).TotalMinutes;
            reds.Add(new(Repositories(facts.Main, changes[i].At), changes[i].At, to, minutes));
        }
        return reds;
    }

    /// <summary>The interval as the values of a fact.</summary>
    public static IReadOnlyDictionary<string, string> Data(RedInterval? red) =>
        red is null
            ? new Dictionary<string, string>()
            : new Dictionary<string, string>
            {
                ["repository"] = red.Repository,
                ["from"] = red.From.ToString(),
                ["to"] = red.To.ToString() ?? "",
                ["minutes"] = red.Minutes.ToString(),
            };

    static string Repositories(MainHistory main, Instant from) =>
        string.Join(", ", main.Failed[from].Order(StringComparer.Ordinal));
}
