using System.Globalization;
using System.Text;
using DutyGuy.Domain;

namespace DutyGuy.Commands.Performance;

/// <summary>The answers as CSV.</summary>
static class AnswerFiles
{
    // Below every real score.
    const double Lowest = -999;

    /// <summary>One line per endpoint, best suspect first.</summary>
    public static string Verdicts(BeforeAfterReport report)
    {
        var text = new StringBuilder("rank,endpoint,regressed,metric,change,score\n");
        var rank = 0;
        foreach (var v in report.Endpoints)
        {
            var score = Math.Max(Lowest, v.Evidence);
            var change = double.IsFinite(v.Change) ? v.Change : 0;
            text.Append(
                CultureInfo.InvariantCulture,
                $"{++rank},{v.Endpoint},{(v.Worse ? 1 : 0)},{v.Metric},{change:0.#####},{score:0.####}\n"
            );
        }
        return text.ToString();
    }

    /// <summary>One line per endpoint that was called, with the minute since the switch-over.</summary>
    public static string Calls(IReadOnlyList<WatchCall> calls)
    {
        var text = new StringBuilder("endpoint,minute,metric,advice\n");
        foreach (var call in calls)
            text.Append(
                CultureInfo.InvariantCulture,
                $"{call.Endpoint},{call.Minute},{call.Metric},{Word(call.Advice)}\n"
            );
        return text.ToString();
    }

    static string Word(WatchAdvice advice) =>
        advice switch
        {
            WatchAdvice.RollBack => "roll back",
            WatchAdvice.Look => "look",
            _ => "keep",
        };
}
