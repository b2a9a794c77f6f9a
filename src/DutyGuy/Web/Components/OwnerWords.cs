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
        return facts.Errors.Any(IsNobodys) ? "No error waits for an owner." : "Every error has an owner.";
    }

    /// <summary>Open without an owner, although no rule asks for one: old, from before, or filed.</summary>
    static bool IsNobodys(TrackedError error) => error is { Status: ErrorStatus.Open, Assignee: null };
}
