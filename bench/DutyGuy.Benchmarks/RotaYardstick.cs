using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;

namespace DutyGuy.Benchmarks;

/// <summary>
/// `-- rota [first seed] [last seed] [seconds] [small|full] [keep] [program]`: problems of many families, planned by the ways of today's tools
/// and by ours, judged by one judge. 1 is the best known plan, 2 twice its avoidable loss; plans that are better than the best known
/// one are written into the folder `keep` (`-`: none). The program is the build beside this bench unless another is named. Needs Python 3.11.
/// </summary>
internal static class RotaYardstick
{
    static readonly string[] Baselines = ["robin", "longest", "deficit"];
    static readonly string Built = Path.Combine(
        AppContext.BaseDirectory,
        OperatingSystem.IsWindows() ? "duty.exe" : "duty"
    );
    static readonly string Scripts = Path.Combine(AppContext.BaseDirectory, "yardsticks", "rota");

    public static void Run(string[] args)
    {
        Machine.Print();
        var (first, last) = (Number(args, 1, 1), Number(args, 2, 5));
        var seconds = double.Parse(args.ElementAtOrDefault(3) ?? "5", CultureInfo.InvariantCulture);
        var size = args.ElementAtOrDefault(4) ?? "small";
        var keep = args.ElementAtOrDefault(5) is { } kept && kept != "-" ? kept : null;
        var program = args.ElementAtOrDefault(6) ?? Built;
        var folder = Directory.CreateTempSubdirectory("rota-yardstick").FullName;
        try
        {
            for (var seed = first; seed <= last; seed++)
                Seed(seed, size, seconds, Path.Combine(folder, $"{seed}"), keep, program);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    static int Number(string[] args, int place, int usual) =>
        args.Length > place ? int.Parse(args[place], CultureInfo.InvariantCulture) : usual;

    static void Seed(int seed, string size, double seconds, string folder, string? keep, string program)
    {
        var problems = Path.Combine(folder, "problems");
        Python("generate.py", $"{seed}", problems, "--size", size);
        Python("baselines.py", problems, folder, "--only", string.Join(',', Baselines));
        var ours = Directory.CreateDirectory(Path.Combine(folder, "ours")).FullName;
        foreach (var problem in Directory.GetFiles(problems).Order(StringComparer.Ordinal))
            Plan(program, problem, Path.Combine(ours, Path.GetFileName(problem)), seconds);
        foreach (var planner in Baselines)
            Console.WriteLine($"seed {seed}, {planner}: {Score(problems, Path.Combine(folder, planner))[^1]}");
        foreach (var line in Score(problems, ours))
        {
            Console.WriteLine($"seed {seed}, ours in {seconds} s: {line}");
            if (keep is not null && Better(line) is { } name)
                File.Copy(
                    Path.Combine(ours, $"{name}.json"),
                    Path.Combine(Directory.CreateDirectory(keep).FullName, $"{name}.json"),
                    overwrite: true
                );
        }
    }

    /// <summary>The problem of a line of the judge whose plan is better than the best known one.</summary>
    static string? Better(string line) =>
        Regex.Match(line, @"^(?<name>\S+): hard=0 .* ratio=(?<ratio>[0-9.]+)", RegexOptions.NonBacktracking)
            is { Success: true } found
        && double.Parse(found.Groups["ratio"].ValueSpan, CultureInfo.InvariantCulture) < 1
            ? found.Groups["name"].Value
            : null;

    static void Plan(string program, string problem, string plan, double seconds) =>
        Lines(
            program,
            ["rota", "plan", problem, "--out", plan, "--seconds", seconds.ToString(CultureInfo.InvariantCulture)]
        );

    static List<string> Score(string problems, string plans) => Python("score.py", "--all", problems, plans);

    static List<string> Python(string script, params string[] arguments) =>
        Lines("python3", [Path.Combine(Scripts, script), .. arguments]);

    static List<string> Lines(string program, IEnumerable<string> arguments)
    {
        using var process = Process.Start(
            new ProcessStartInfo(program, arguments) { UseShellExecute = false, RedirectStandardOutput = true }
        )!;
        var lines = new List<string>();
        while (process.StandardOutput.ReadLine() is { } line)
            lines.Add(line);
        process.WaitForExit();
        return lines;
    }
}
