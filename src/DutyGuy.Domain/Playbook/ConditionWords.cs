using System.Globalization;
using NodaTime;

namespace DutyGuy.Domain;

/// <summary>The words of colours, facts and comparisons.</summary>
public static class ConditionWords
{
    /// <summary>The facts that stand alone, in the words of the playbook.</summary>
    public static string Of(KnownFact fact) =>
        fact switch
        {
            KnownFact.CiPassingAtCandidate => "ci is passing at the commit we ship",
            KnownFact.FailingTestsKnownFlaky => "failing tests are known flaky",
            KnownFact.RolloutHealth => "rollout health",
            _ => "every real regression is assigned",
        };

    /// <summary>The colours of main, in the words of the playbook.</summary>
    public static string Of(MainColour colour) =>
        colour switch
        {
            MainColour.Failing => "failing",
            MainColour.Passing => "passing",
            MainColour.Running => "running",
            MainColour.Unknown => "unknown",
            _ => "not connected",
        };

    internal static string Plain(Comparison comparison) =>
        comparison switch
        {
            Comparison.Less => "less than",
            Comparison.AtMost => "at most",
            Comparison.Equal => "exactly",
            Comparison.AtLeast => "at least",
            _ => "more than",
        };

    internal static string Plain(Comparison comparison, LocalTime time)
    {
        var clock = time.ToString("HH:mm", CultureInfo.InvariantCulture);
        return comparison switch
        {
            Comparison.Less => $"before {clock}",
            Comparison.AtMost => $"{clock} or earlier",
            Comparison.Equal => $"exactly {clock}",
            Comparison.AtLeast => $"{clock} or later",
            _ => $"after {clock}",
        };
    }
}
