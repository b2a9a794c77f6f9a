using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using DutyGuy.Commands;

namespace DutyGuy.Benchmarks;

/// <summary>
/// `-- verdict SEED... [--shake] [--keep FOLDER]`: generates rollouts with known truth, lets the public baselines, the oracle
/// and ours answer, and prints their figures side by side, then the delay and the false alarms of the watch.
/// </summary>
internal static class VerdictBench
{
    private const string Ours = "ours";
    private static readonly string[] Baselines = ["mean", "p95", "kayenta110", "welch_bh", "otava"];

    public static async Task<int> Run(string[] args)
    {
        var seeds = args.Skip(1).Where(a => int.TryParse(a, CultureInfo.InvariantCulture, out _)).ToList();
        var keep = Array.IndexOf(args, "--keep");
        var folder = keep > 0 ? args[keep + 1] : Directory.CreateTempSubdirectory("duty-verdict-").FullName;
        if (keep > 0)
            seeds.Remove(folder);
        if (seeds.Count == 0)
            seeds = ["101"];
        var kinds = args.Contains("--shake") ? new[] { false, true } : [false];
        foreach (var shake in kinds)
        {
            var sets = seeds.Select(seed => Path.Combine(folder, (shake ? "shaken-" : "plain-") + seed)).ToList();
            for (var i = 0; i < sets.Count; i++)
            {
                Generate(seeds[i], sets[i], shake);
                await Answer(sets[i], oracle: true);
            }
            Print($"{(shake ? "Shaken" : "Plain")} noise, {sets.Count} seeds", sets, oracle: true);
        }
        if (keep < 0)
            Directory.Delete(folder, recursive: true);
        return 0;
    }

    private static void Generate(string seed, string set, bool shake)
    {
        if (!Directory.Exists(Path.Combine(set, "public")))
            Python(["generate.py", "--seed", seed, "--out", set, .. shake ? ["--shake"] : Array.Empty<string>()]);
    }

    /// <summary>Lets everybody answer; the oracle needs rollouts that were made up.</summary>
    public static async Task Answer(string set, bool oracle)
    {
        var (open, answers) = (Path.Combine(set, "public"), Path.Combine(set, "answers"));
        foreach (var method in Baselines)
            if (!Directory.Exists(Path.Combine(answers, method)))
                Python(["baselines.py", "--public", open, "--out", answers, "--method", method]);
        if (oracle && !Directory.Exists(Path.Combine(answers, "oracle")))
            Python(["oracle.py", "--data", set, "--out", Path.Combine(answers, "oracle")]);
        await Timed("compare", open, Path.Combine(answers, Ours));
        await Timed("watch", open, Path.Combine(answers, "watch"));
    }

    private static async Task Timed(string verb, string open, string answers)
    {
        var before = Process.GetCurrentProcess().TotalProcessorTime;
        await DutyCommands.Run(["performance", verb, open, answers]);
        var used = Process.GetCurrentProcess().TotalProcessorTime - before;
        Console.WriteLine(Invariant($"{verb}: {used.TotalSeconds:0.0} processor seconds, reading included"));
    }

    /// <summary>The figures of everybody side by side, then those of the watch.</summary>
    public static void Print(string title, IReadOnlyList<string> sets, bool oracle)
    {
        Console.WriteLine($"\n{title}\n");
        string[] columns = [.. Baselines, .. oracle ? ["oracle"] : Array.Empty<string>(), Ours];
        var figures = columns.ToDictionary(method => method, method => Scores(sets, method), StringComparer.Ordinal);
        Console.WriteLine(
            $"| figure | {string.Join(" | ", columns)} |\n|---|{string.Concat(columns.Select(_ => "---|"))}"
        );
        foreach (var figure in figures[Ours].Keys)
            Console.WriteLine(
                $"| {figure} | {string.Join(" | ", columns.Select(c => Invariant($"{figures[c][figure]:0.000}")))} |"
            );
        WatchScore.Print(sets);
    }

    private static Dictionary<string, double?> Scores(IReadOnlyList<string> sets, string method)
    {
        var json = Path.GetTempFileName();
        var options = sets.SelectMany(s =>
            new[] { "--truth", Path.Combine(s, "truth"), "--answers", Path.Combine(s, "answers", method) }
        );
        Python(["score.py", "--json", json, .. options], quiet: true);
        var scores = JsonSerializer.Deserialize<Dictionary<string, double?>>(
            // Python writes what is no JSON when nothing was told.
            File.ReadAllText(json).Replace("NaN", "null", StringComparison.Ordinal)
        )!;
        File.Delete(json);
        return scores;
    }

    private static void Python(string[] arguments, bool quiet = false)
    {
        var scripts = Path.Combine(AppContext.BaseDirectory, "regression");
        arguments[0] = Path.Combine(scripts, arguments[0]);
        var start = new ProcessStartInfo("python3", arguments) { RedirectStandardOutput = quiet };
        using var process = Process.Start(start) ?? throw new InvalidOperationException("python3 does not start");
        if (quiet)
            process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        if (process.ExitCode != 0)
            throw new InvalidOperationException($"python3 {string.Join(' ', arguments)} ended with {process.ExitCode}");
    }

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
