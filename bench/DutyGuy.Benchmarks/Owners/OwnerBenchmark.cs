using System.Globalization;
using DutyGuy.Domain;

namespace DutyGuy.Benchmarks.Owners;

/// <summary>
/// The ownership yardstick: public baselines and ours, each repository answered by trees that learnt from the others;
/// with <c>--learn FOLDER</c> the trees of all of them are written there.
/// </summary>
static class OwnerBenchmark
{
    static readonly (string Name, Sign Sign)[] Baselines =
    [
        ("busiest of the last 90 days", Sign.SeasonShare),
        ("most commits on the file", Sign.TopEver),
        ("last committer of the file", Sign.TopLastRank),
        ("blame of the top line", Sign.Line),
        ("most blamed lines around", Sign.NearAll),
        ("suspect commit", Sign.NewestLine),
    ];

    // Without the lines nothing tells the introducer from others.
    const float KnownIntroducerPart = 0.25f;

    static readonly Sign[] OfLines =
    [
        Sign.Line,
        Sign.LineFresh,
        Sign.FrameLines,
        Sign.Near,
        Sign.NearAll,
        Sign.NewestLine,
        Sign.FreshestLine,
        Sign.CaseLineAge,
    ];

    public static async Task<int> Run(string[] args)
    {
        if (args is not [_, var cases, var mirror, .. var more])
        {
            Console.Error.WriteLine("owners CASES_FOLDER REPOSITORIES_FOLDER [--learn FOLDER]");
            return 2;
        }
        var indexes = Path.Combine(Path.GetTempPath(), "duty-owners");
        var fixes = new List<List<LearningCase>>();
        var traces = new List<LearningCase>();
        foreach (var file in Directory.GetFiles(cases, "*.jsonl").Order(StringComparer.Ordinal))
            if (file.EndsWith(".traces.jsonl", StringComparison.Ordinal))
                traces.AddRange(await Yardstick.Read(file, mirror, indexes));
            else
                fixes.Add(await Yardstick.Read(file, mirror, indexes));
        Costs(fixes);
        foreach (var (name, sign) in Baselines)
            Line(
                name,
                Tally.Mean([.. fixes.Select(set => Tally.Of(set, c => [.. c.Rows.Select(row => row[(int)sign])]))])
            );
        var atOnce = OneLeftOut("from the index alone", fixes, traces, Columns(withLines: false));
        var refined = OneLeftOut("with the writers of the lines", fixes, traces, Columns(withLines: true));
        if (more is ["--learn", var folder])
        {
            Learn(fixes, Columns(withLines: false), atOnce, Path.Combine(folder, "owners-at-once.txt"));
            Learn(fixes, Columns(withLines: true), refined, Path.Combine(folder, "owners-with-lines.txt"));
        }
        return 0;
    }

    static float OneLeftOut(string name, List<List<LearningCase>> fixes, List<LearningCase> traces, bool[] columns)
    {
        var (tallies, answers, hard) = (
            new List<Tally>(),
            new List<(LearningCase, float[])>(),
            new List<(LearningCase, float[])>()
        );
        foreach (var set in fixes)
        {
            var model = Learner(fixes.Where(other => other != set), columns).Learn();
            float[] Scores(LearningCase c) => [.. c.Rows.Select(model.Score)];
            tallies.Add(Tally.Of(set, Scores));
            Line("  " + set[0].Repository, tallies[^1]);
            answers.AddRange(set.Select(c => (c, Scores(c))));
            hard.AddRange(traces.Where(c => c.Repository == set[0].Repository).Select(c => (c, Scores(c))));
        }
        Line("ours, " + name, Tally.Mean(tallies));
        var scores = hard.ToDictionary(a => a.Item1, a => a.Item2);
        if (hard.Count > 0)
            Line("  real traces", Tally.Of([.. scores.Keys], c => scores[c]));
        var heat = Calibration.Heat(answers);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"heat {heat:0.00}"));
        Calibration.Print(answers, heat, Console.Out);
        return heat;
    }

    static void Learn(List<List<LearningCase>> fixes, bool[] columns, float heat, string file)
    {
        using var text = new StreamWriter(file) { NewLine = "\n" };
        (Learner(fixes, columns).Learn() with { Heat = heat }).Write(text);
    }

    static TreeLearner Learner(IEnumerable<List<LearningCase>> sets, bool[] columns) =>
        new(
            [.. sets.SelectMany(set => set).Where(c => c.Fixer >= 0).Select(HardRows.Of)],
            new LearningSettings(IntroducerPart: columns[(int)Sign.Line] ? KnownIntroducerPart : 0),
            columns
        );

    static bool[] Columns(bool withLines) =>
        [.. Enum.GetValues<Sign>().Select(sign => withLines || !OfLines.Contains(sign))];

    static void Line(string name, Tally tally) => Console.WriteLine($"{name, -34} {tally}");

    static void Costs(List<List<LearningCase>> fixes)
    {
        foreach (var set in fixes)
        {
            var times = set.Select(c => c.Milliseconds).Order().ToList();
            Console.WriteLine(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{set[0].Repository}: {set.Count} cases, evidence {times[times.Count / 2]:0.00} ms median, {times[times.Count * 99 / 100]:0.00} ms at the 99th"
                )
            );
        }
    }
}
