using DutyGuy.Domain;
using DutyGuy.Web;
using DutyGuy.Web.Components;
using NodaTime;

namespace DutyGuy.Features.Board;

/// <summary>Something of today that is still to come.</summary>
sealed record ComingThing(Instant At, string Time, string Thing, string Text, string In, string Href)
{
    /// <summary>In the order of the day; empty when the turn is over.</summary>
    public static IReadOnlyList<ComingThing> Of(DutyFacts facts)
    {
        if (facts.OnDuty.Person is null)
            return [];
        var things = new List<ComingThing>();
        var done = RolloutDay.Of(facts).IsUsedUp || RolloutDay.Rejected(facts) is not null;
        if (NavCount.RolloutTime(facts) is { } rollout && rollout > facts.Now && !done)
            things.Add(New(facts, rollout, "roll out to production", Ships(facts), "/rollout"));
        if (HouseRules.Signing(facts.Rota.Hours, facts.Today) is var sign && sign > facts.Now && sign < facts.OnDuty.To)
            things.Add(New(facts, sign, "sign the log entry", "It drafts itself.", "/log"));
        return things;
    }

    /// <summary>9 changes by 5 people.</summary>
    public static string Ships(DutyFacts facts)
    {
        if (facts.Ship.Changes is not { } changes)
            return facts.Ship.Candidate is null ? "No commit of main has passed yet." : "Changes not known.";
        var people = changes.Select(c => c.AuthorMail).Distinct(StringComparer.OrdinalIgnoreCase).Count();
        return changes.Count == 0
            ? "No change waits."
            : $"{Say.Count(changes.Count, "change")} by {Say.Count(people, "person", "people")}.";
    }

    static ComingThing New(DutyFacts facts, Instant at, string thing, string text, string href) =>
        new(at, Say.Time(at, facts.Playbook.Zone), thing, text, "in " + Say.Age(at - facts.Now), href);
}
