using System.Diagnostics;
using System.Globalization;
using DutyGuy.Commands;

namespace DutyGuy.Benchmarks;

/// <summary>
/// `-- grouping [CORPUS...]`: which events are one error, by five plain ways and by ours, judged by one judge; then what an
/// event costs us, source maps already read. Without a corpus the public one, on which the
/// method was chosen, and the second. Needs Python 3.11.
/// </summary>
internal static class GroupingBench
{
    private static readonly string Scripts = Path.Combine(AppContext.BaseDirectory, "yardsticks", "grouping");

    public static void Run(string[] args)
    {
        Machine.Print();
        string[] corpora =
            args.Length > 1 ? args[1..] : [Path.Combine(Scripts, "public"), Path.Combine(Scripts, "second")];
        foreach (var corpus in corpora)
            Run(Path.GetFullPath(corpus));
    }

    private static void Run(string corpus)
    {
        var answers = Directory.CreateTempSubdirectory("duty-grouping-").FullName;
        try
        {
            Console.WriteLine($"\n## {Path.GetFileName(corpus)}\n");
            Python("baselines.py", corpus, answers);
            var ours = Path.Combine(answers, "ours.jsonl");
            var events = Path.Combine(corpus, "events.jsonl.gz");
            // At first the machine compiles.
            for (var i = 0; i < 3; i++)
                EventGroups.Open(events, null).Answer(ours, why: false);
            var grouping = EventGroups.Open(events, null);
            var before = Environment.CpuUsage.TotalTime;
            var (count, _, _) = grouping.Answer(ours, why: false);
            var each = (Environment.CpuUsage.TotalTime - before) / count;
            Python(
                "score.py",
                [corpus, ours, .. Directory.GetFiles(answers).Order(StringComparer.Ordinal).Where(f => f != ours)]
            );
            Console.WriteLine(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"An event costs ours {each.TotalMilliseconds:0.000} ms of one core on average, read from JSON, mapped and made ready to be kept."
                )
            );
        }
        finally
        {
            Directory.Delete(answers, recursive: true);
        }
    }

    private static void Python(string script, params string[] arguments)
    {
        using var process =
            Process.Start("python3", [Path.Combine(Scripts, script), .. arguments])
            ?? throw new InvalidOperationException("python3 does not start");
        process.WaitForExit();
        if (process.ExitCode != 0)
            throw new InvalidOperationException($"{script} ended with {process.ExitCode}");
    }
}
