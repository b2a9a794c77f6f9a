using System.CommandLine;
using DutyGuy.Domain;

namespace DutyGuy.Commands.Performance;

/// <summary><c>duty performance compare|watch</c>: the verdict on measured rollouts that lie in files.</summary>
static class PerformanceCommands
{
    const int WatchMinutes = 30;

    static readonly Argument<DirectoryInfo> Public = new("public")
    {
        Description = "A folder of rollouts, each with meta.json and minutes.csv (docs/performance-verdict.md)",
    };

    static readonly Argument<DirectoryInfo> Answers = new("answers") { Description = "Where <rollout>.csv is written" };

    static readonly Option<int> Jobs = new("--jobs")
    {
        Description = "Rollouts at once",
        DefaultValueFactory = _ => Environment.ProcessorCount,
    };

    public static Command Create() =>
        new("performance", "Tell which endpoints a rollout made worse") { Compare(), Watch() };

    static Command Compare() =>
        Verb(
            "compare",
            "Before and after: rank the endpoints of each rollout, worst first",
            rollout => AnswerFiles.Verdicts(RolloutVerdict.Of(rollout.Read()))
        );

    static Command Watch() =>
        Verb(
            "watch",
            $"Replay the first {WatchMinutes} minutes of each rollout and tell when an endpoint is called",
            rollout => AnswerFiles.Calls(RolloutWatch.Calls(rollout.Read(WatchMinutes)))
        );

    static Command Verb(string name, string about, Func<RolloutFolder, string> answer)
    {
        var command = new Command(name, about) { Public, Answers, Jobs };
        command.SetAction(parsed =>
            RolloutFolders.Answer(
                parsed.GetRequiredValue(Public),
                parsed.GetRequiredValue(Answers),
                Math.Max(1, parsed.GetValue(Jobs)),
                answer,
                parsed.InvocationConfiguration.Output,
                parsed.InvocationConfiguration.Error
            )
        );
        return command;
    }
}
