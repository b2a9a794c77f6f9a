using System.CommandLine;
using System.Globalization;
using System.Text;
using DutyGuy.Commands;
using DutyGuy.Domain;
using Shouldly;
using Xunit;

namespace DutyGuy.Tests.Commands;

/// <summary><c>duty performance compare|watch</c> on a rollout that lies in files.</summary>
public sealed class PerformanceCommandsTests : IDisposable
{
    private const long Switched = 1_772_460_000;
    private readonly string folder = Directory.CreateTempSubdirectory("performance").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private string Public => Path.Combine(folder, "public");

    private string Answers => Path.Combine(folder, "answers");

    private static (int Exit, string Output, string Error) Run(params string[] args)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var exit = DutyCommands.Create().Parse(args).Invoke(new() { Output = output, Error = error });
        return (exit, output.ToString(), error.ToString());
    }

    /// <summary>Twelve endpoints, 80 requests a minute; the third takes three times as long after the switch.</summary>
    private void WriteRollout(string name)
    {
        var to = Directory.CreateDirectory(Path.Combine(Public, name)).FullName;
        var meta =
            $$"""{"rollout_start": {{Switched}}, "release_after": "r2", "first_minute": {{Switched - 3600}}, "last_minute": {{Switched + 1740}}}""";
        File.WriteAllText(Path.Combine(to, "meta.json"), meta);
        var random = new Random(3);
        var text = new StringBuilder(MinutesCsv.Header + "\n");
        for (var endpoint = 0; endpoint < 12; endpoint++)
        for (var minute = -60; minute < 30; minute++)
        {
            var histogram = new DurationHistogram();
            for (var i = 0; i < 80; i++)
                histogram.Add(40 * Math.Exp(random.NextDouble()) * (endpoint == 2 && minute >= 0 ? 3 : 1));
            var release = minute < 0 ? "r1" : "r2";
            text.Append(
                CultureInfo.InvariantCulture,
                $"GET /{endpoint},{Switched + 60 * minute},{release},-,80,0,{histogram.Sum:0.#},{histogram}\n"
            );
        }
        File.WriteAllText(Path.Combine(to, "minutes.csv"), text.ToString());
    }

    [Fact]
    public void Compare_ranks_the_endpoints_and_tells_how_far_it_is()
    {
        WriteRollout("one");
        var (exit, output, error) = Run("performance", "compare", Public, Answers);
        (exit, error).ShouldBe((0, ""));
        output.Trim().ShouldBe("1 of 1: one");
        var lines = File.ReadAllLines(Path.Combine(Answers, "one.csv"));
        lines[0].ShouldBe("rank,endpoint,regressed,metric,change,score");
        lines.Length.ShouldBe(13);
        var first = lines[1].Split(',');
        first[..4].ShouldBe(["1", "GET /2", "1", "mean"]);
        double.Parse(first[4], CultureInfo.InvariantCulture).ShouldBe(2, 0.2);
        lines.Skip(2).ShouldAllBe(l => l.Split(',')[2] == "0");
    }

    [Fact]
    public void Watch_tells_the_minute_of_the_first_call_and_an_advice()
    {
        WriteRollout("one");
        Run("performance", "watch", Public, Answers).Exit.ShouldBe(0);
        var lines = File.ReadAllLines(Path.Combine(Answers, "one.csv"));
        lines[0].ShouldBe("endpoint,minute,metric,advice");
        lines.Skip(1).ShouldBe(["GET /2,1,mean,roll back"]);
    }

    [Fact]
    public void What_cannot_be_read_is_told_with_the_line_and_the_others_are_answered()
    {
        WriteRollout("good");
        WriteRollout("bad");
        File.AppendAllText(Path.Combine(Public, "bad", "minutes.csv"), "GET /x,soon,r1,-,1,0,1,3\n");
        var (exit, _, error) = Run("performance", "compare", Public, Answers);
        exit.ShouldBe(1);
        error.ShouldContain("bad: line 1082: minute: 'soon' cannot be read");
        File.Exists(Path.Combine(Answers, "good.csv")).ShouldBeTrue();
    }

    [Fact]
    public void A_folder_without_rollouts_is_refused()
    {
        Directory.CreateDirectory(Public);
        var (exit, _, error) = Run("performance", "watch", Public, Answers);
        exit.ShouldBe(1);
        error.ShouldContain("holds no rollout");
        Run("performance", "compare", Path.Combine(folder, "nowhere"), Answers).Error.ShouldContain("is no folder");
    }
}
