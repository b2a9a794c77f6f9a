using System.Globalization;
using System.Text.Json;

namespace DutyGuy.Benchmarks;

/// <summary>Delay and false alarms of the watch, by kind of rollout.</summary>
internal static class WatchScore
{
    private const double BusyPerMinute = 60;
    private const int SoonMinutes = 3;

    public static void Print(IReadOnlyList<string> sets)
    {
        var rollouts = sets.SelectMany(Rollouts).GroupBy(r => Kind(r.Name), StringComparer.Ordinal);
        Console.WriteLine(
            "\nThe watch, 30 minutes: endpoints that the release made worse, how many were called, the median minute"
        );
        Console.WriteLine(
            "of the first call; busy ones that at least doubled (or fail ten times as often), called within"
        );
        Console.WriteLine($"{SoonMinutes} minutes; endpoints called wrongly.\n");
        Console.WriteLine(
            "| rollout | worse | called | minute | doubled, busy | in time | false |\n|---|---|---|---|---|---|---|"
        );
        var all = new List<Watched>();
        foreach (var kind in rollouts.OrderBy(r => r.Key, StringComparer.Ordinal))
        {
            Line(kind.Key, kind.ToList());
            all.AddRange(kind);
        }
        Line("all", all);
        var still = all.Where(r => r.Name.StartsWith("aa-", StringComparison.Ordinal)).ToList();
        var silent = still.Count(r => r.False == 0);
        Console.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"\nrollouts that changed nothing: {silent} of {still.Count} silent, {still.Sum(r => r.False) / (double)Math.Max(1, still.Count):0.00} false alarms each"
            )
        );
    }

    /// <summary>Real deployments are numbered.</summary>
    private static string Kind(string name) => name.TrimEnd('-', '0', '1', '2', '3', '4', '5', '6', '7', '8', '9');

    private static void Line(string name, List<Watched> rollouts)
    {
        var calls = rollouts.SelectMany(r => r.Calls).Order().ToList();
        var minute = calls.Count > 0 ? $"{calls[calls.Count / 2]}" : "";
        Console.WriteLine(
            $"| {name} | {rollouts.Sum(r => r.Worse)} | {calls.Count} | {minute} | {rollouts.Sum(r => r.Doubled)} | {rollouts.Sum(r => r.InTime)} | {rollouts.Sum(r => r.False)} |"
        );
    }

    private static IEnumerable<Watched> Rollouts(string set) =>
        Directory
            .GetDirectories(Path.Combine(set, "truth"))
            .Select(truth => Score(truth, Path.Combine(set, "answers", "watch", Path.GetFileName(truth) + ".csv")));

    private static Watched Score(string truth, string answers)
    {
        using var json = JsonDocument.Parse(File.ReadAllText(Path.Combine(truth, "truth.json")));
        var calls = File.ReadLines(answers)
            .Skip(1)
            .Select(line => line.Split(','))
            .ToDictionary(c => c[0], c => int.Parse(c[1], CultureInfo.InvariantCulture), StringComparer.Ordinal);
        var watched = new Watched(Path.GetFileName(truth));
        foreach (var endpoint in json.RootElement.GetProperty("endpoints").EnumerateObject())
            watched.Add(endpoint.Value, calls.TryGetValue(endpoint.Name, out var minute) ? minute : null);
        return watched;
    }

    private sealed class Watched(string name)
    {
        public string Name { get; } = name;
        public List<int> Calls { get; } = [];
        public int Worse { get; private set; }
        public int Doubled { get; private set; }
        public int InTime { get; private set; }
        public int False { get; private set; }

        public void Add(JsonElement truth, int? called)
        {
            if (!truth.GetProperty("regressed").GetBoolean())
            {
                False += called is null ? 0 : 1;
                return;
            }
            Worse++;
            if (called is { } minute)
                Calls.Add(minute);
            if (truth.GetProperty("rpm").GetDouble() < BusyPerMinute || !IsDoubled(truth.GetProperty("change")))
                return;
            Doubled++;
            InTime += called <= SoonMinutes ? 1 : 0;
        }

        // Errors are usual below one in a hundred: from a tenth more on they are ten times as many.
        private static bool IsDoubled(JsonElement change) =>
            change.TryGetProperty("p50", out var half)
                ? half.GetDouble() >= 1
                : change.TryGetProperty("errors", out var errors) && errors.GetDouble() >= 0.1;
    }
}
