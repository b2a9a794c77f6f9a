using DutyGuy.Domain;
using NodaTime;

namespace DutyGuy.Domain.Tests;

/// <summary>One pass of the article's pseudo-code, written down literally; the oracle of the engineering playbook.</summary>
internal static class ArticleLoop
{
    public static IEnumerable<string> Pass(Situation self)
    {
        if (!self.OnDuty)
            yield break;
        // Keep master green: inside this loop nothing below is reached
        if (self.Main == MainColour.Failing)
        {
            yield return Said("green", null, "checklist troubleshoot-ci");
            yield break;
        }
        // Ensure no critical errors will be released
        foreach (var sentry in Sentries(self, "staging"))
        {
            yield return sentry.CreatedAt > self.Now - Duration.FromDays(2)
                ? Said("staging", sentry.Id, "find owner", "poke", "assign")
                : Said("staging", sentry.Id, "investigate", "file ticket");
        }
        // Ensure no poop has been released
        foreach (var sentry in Sentries(self, "production").Where(sentry => sentry.Assignee is null))
            yield return Said("production", sentry.Id, "find owner", "poke", "assign");
        // Ensure last rollout did not degrade performance
        if (!self.DoneToday.Contains("performance"))
            yield return Said("performance", null, "checklist performance");
        // Give customers more happiness!
        if (!self.DoneToday.Contains("rollout") && self.Now.InZone(self.Zone).Hour >= 16)
            yield return Said("rollout", null, "checklist rollout");
    }

    /// <summary>What a playbook asks for now, in the same form.</summary>
    public static IEnumerable<string> Of(Playbook playbook, Situation situation) =>
        DutyLoop
            .Evaluate(playbook, situation)
            .Where(line => line.State == RuleLineState.Now)
            .Select(line => Said(line.Rule.Id, line.Subject, [.. line.Actions.Select(action => action.Words)]));

    private static IEnumerable<ErrorInSituation> Sentries(Situation self, string environment) =>
        self.Errors.Where(error => error.Environment == environment && error.Status == ErrorStatus.Open);

    private static string Said(string rule, string? subject, params string[] actions) =>
        $"{rule} {subject ?? "-"}: {string.Join(", ", actions)}";
}
