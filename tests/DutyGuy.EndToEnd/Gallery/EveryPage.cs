namespace DutyGuy.EndToEnd.Gallery;

/// <summary>Every page in the states that matter: state, path, who looks.</summary>
public static class EveryPage
{
    public static TheoryData<string, string, string> All =>
        new()
        {
            { "empty", "/", "administrator" },
            { "red", "/", "mel" },
            { "red", "/", "jo" },
            { "busy", "/", "mel" },
            { "quiet", "/", "mel" },
            { "busy", "/duties/devops", "mel" },
            { "empty", "/triage", "administrator" },
            { "busy", "/triage", "mel" },
            { "quiet", "/triage", "mel" },
            { "busy", "/triage?error=5", "mel" },
            { "busy", "/pokes/2", "ravi" },
            { "busy", "/pokes/1", "lea" },
            { "busy", "/rollout", "mel" },
            { "four", "/rollout", "mel" },
            { "ready", "/rollout", "mel" },
            { "watch", "/rollout", "mel" },
            { "busy", "/rota", "mel" },
            { "busy", "/rota?date=2026-11-20", "lea" },
            { "busy", "/rota?from=2026-11-20&to=2026-11-27", "ravi" },
            { "busy", "/log", "mel" },
            { "busy", "/log/1", "mel" },
            { "busy", "/playbook", "mel" },
            { "empty", "/performance", "administrator" },
            { "busy", "/performance", "mel" },
            { "slow", "/performance", "mel" },
            { "busy", "/people", "mel" },
            { "busy", "/people", "nicolas" },
            { "busy", "/people/new", "nicolas" },
            { "busy", "/people/mel/change", "nicolas" },
            { "busy", "/duties/engineering/days-off", "nicolas" },
            { "busy", "/people/mel/calendar", "mel" },
            { "busy", "/people/calendars", "nicolas" },
            { "busy", "/settings", "nicolas" },
            { "busy", "/settings/tokens", "nicolas" },
            { "busy", "/docs/api", "mel" },
            { "words", "/", "mel" },
            { "words", "/triage?error=1", "mel" },
            { "words", "/triage?error=6", "mel" },
            { "words", "/pokes/2", "ravi" },
            { "words", "/rollout", "mel" },
            { "words", "/log/4", "mel" },
            { "red", "/wall?key=wall-key-for-tests", "mel" },
            { "quiet", "/wall?key=wall-key-for-tests", "mel" },
        };
}
