using DutyGuy.Domain;

namespace DutyGuy.Web.Components;

/// <summary>Whether every error has an owner, in one sentence for every page. Pure.</summary>
static class OwnerWords
{
    public static string Of(DutyFacts facts)
    {
        var asks = ErrorAsks.Of(facts);
        if (asks.Unowned.Count > 0)
            return $"{Say.Count(asks.Unowned.Count, "error has", "errors have")} no owner.";
        if (asks.Unknown.Count > 0)
            return $"Whether {Say.Count(asks.Unknown.Count, "error needs", "errors need")} an owner cannot be told.";
        return facts.Errors.Any(IsNobodys)
            ? "No error waits for an owner."
            : Unheard(facts) ?? "Every error has an owner.";
    }

    /// <summary>Of what only ever sends errors, silence says no more than when the last one came.</summary>
    static string? Unheard(DutyFacts facts)
    {
        var customers = facts
            .Sources.Where(s => WatchedEnvironments.Of(facts.Playbook).MeetCustomers(s.Environment))
            .ToList();
        var silent = customers.Where(s => s.LastError is not null && (s.Polled || !s.Times(facts.Now))).ToList();
        if (silent.Count == 0)
            return null;
        var of = customers.Count == silent.Count ? "" : $" from {Say.List(silent.Select(s => s.Name))}";
        var last = Say.When(silent.Max(s => s.LastError)!.Value, facts.Now, facts.Playbook.Zone);
        return $"No error has come{of} since {last}.";
    }

    /// <summary>Open without an owner, although no rule asks for one: old, from before, or filed.</summary>
    static bool IsNobodys(TrackedError error) => error is { Status: ErrorStatus.Open, Assignee: null };
}
