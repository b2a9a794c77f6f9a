using NodaTime;

namespace DutyGuy.Domain;

/// <summary>One thing that must be so before anything ships.</summary>
/// <param name="Name">The thing: "Main is green at the commit we ship".</param>
/// <param name="State">Yes passes; no and cannot tell are shut.</param>
/// <param name="Why">Why it is so, and the way out when it is shut.</param>
/// <param name="Step">The step of the checklist that it comes from.</param>
public sealed record Gate(string Name, Tri State, string Why, string? Step = null);

/// <summary>Can we ship? Each check and question before the button is a gate, besides the time, the day and holds.</summary>
public static class Gates
{
    /// <summary>The gate of a rule that asks once a day.</summary>
    public const string OnceADay = "Once a day";

    /// <summary>All gates of a rollout now; shut ones first.</summary>
    public static IReadOnlyList<Gate> Of(DutyFacts facts, RolloutKind kind = RolloutKind.Daily)
    {
        var situation = SituationOf.Duty(facts);
        var gates = new List<Gate> { RejectionGate.Of(facts) ?? CandidateGate(facts) };
        gates.AddRange(MainGate(facts.Main.Now, facts.Playbook.Zone));
        gates.AddRange(
            facts
                .Holds.Where(h => !h.IsRejection && h.StandsAt(facts.Now) && IsOfService(h))
                .Select(h => HoldGate(h, facts))
        );
        if (kind == RolloutKind.Daily && RolloutRule(facts.Playbook) is { } rule)
        {
            if (rule.If is { } condition)
                gates.Add(RuleGate(condition, DutyLoop.Holds(condition, situation)));
            if (rule.OnceADay && RejectionGate.OfDay(facts) is { } day)
                gates.Add(day);
        }
        gates.AddRange(StepGates(facts, situation));
        return [.. gates.OrderBy(g => g.State == Tri.Yes)];
    }

    /// <summary>Whether everything is open.</summary>
    public static bool AreOpen(IReadOnlyList<Gate> gates) => gates.All(g => g.State == Tri.Yes);

    /// <summary>The rule whose checklist deploys production.</summary>
    public static Rule? RolloutRule(Playbook playbook) =>
        playbook.Rules.FirstOrDefault(r =>
            r.WhenYes.Any(a => a.Checklist is { } id && Deploys(playbook.Checklists.GetValueOrDefault(id)))
        );

    /// <summary>The checklist that holds the button.</summary>
    public static Checklist? RolloutChecklist(Playbook playbook) =>
        RolloutRule(playbook) is { } rule ? playbook.Checklists[ChecklistId(rule)] : null;

    static bool IsOfService(Hold hold) => hold.Service is null or Services.Default;

    static string ChecklistId(Rule rule) => rule.WhenYes.First(a => a.Checklist is not null).Checklist!;

    static bool Deploys(Checklist? checklist) =>
        checklist?.Steps.Any(s => s.Run?.Kind == ActionKind.DeployProduction) == true;

    static IEnumerable<Gate> StepGates(DutyFacts facts, Situation situation)
    {
        if (RolloutChecklist(facts.Playbook) is not { } checklist)
            yield break;
        var run = facts.Runs.LastOrDefault(r => r.Checklist == checklist.Id && r.ClosedAt is null);
        if (run is not null)
            checklist = facts.ChecklistOf(run) ?? checklist;
        foreach (var step in checklist.Steps.TakeWhile(s => s.Run?.Kind != ActionKind.DeployProduction))
        {
            if (step.Ask is not null)
                yield return AskGate(step, run?.Step(step.Id), facts);
            else if (step.Check is { } check && DutyLoop.IsWatched(check, situation))
                yield return CheckGate(step, run?.Step(step.Id), DutyLoop.Holds(check, situation), facts);
        }
    }

    static Gate CandidateGate(DutyFacts facts) =>
        facts.Ship is { NothingToShip: true, Candidate: { } runs }
            ? new(
                "There is something to ship",
                Tri.No,
                $"Production runs {CiResult.Short(runs.Sha)} already. Ship it again as a hot fix, with a reason."
            )
        : facts.Ship.Candidate is { } commit
            ? new("There is something to ship", Tri.Yes, $"{CiResult.Short(commit.Sha)}, {facts.Ship.Count}")
        : new("There is something to ship", Tri.No, WhyNone(facts));

    static string WhyNone(DutyFacts facts) =>
        facts is { Shipping: null, Mains.Count: > 1 }
            ? $"It is not said which of {Named(facts)} ships. Say it on the page Rollout."
            : "No commit of main newer than what runs has passed its checks yet.";

    static string Named(DutyFacts facts) => string.Join(", ", facts.Mains.Select(m => m.Repository));

    /// <summary>Red main refuses every rollout, also of an older commit; so does a main that cannot be seen.</summary>
    static IEnumerable<Gate> MainGate(MainState main, DateTimeZone zone)
    {
        var since = main.Since is { } at ? $" since {at.InZone(zone).TimeOfDay:HH:mm}" : "";
        if (main.Colour == MainColour.Failing)
            yield return new("Main is green", Tri.No, $"Main is red{since}. Wait for green, or give a reason.");
        else if (main.Silent is [var silent, ..])
            yield return new("Main is green", Tri.CannotTell, $"{silent.Words}, which counts as shut.");
        else if (main.Colour == MainColour.Unknown)
            yield return new("Main is green", Tri.CannotTell, $"Main cannot be seen{since}, which counts as shut.");
        else if (main.Colour == MainColour.Running)
            yield return new("Main is green", Tri.CannotTell, "No run of main is complete yet, which counts as shut.");
    }

    static Gate HoldGate(Hold hold, DutyFacts facts)
    {
        var until = hold.Until is { } end ? $", until {end.InZone(facts.Playbook.Zone).TimeOfDay:HH:mm}" : "";
        return new(
            "Nothing holds it",
            Tri.No,
            $"{FullStop.After($"Held by {facts.NameOf(hold.By)}: {FullStop.Without(hold.Why)}{until}")} Lift the hold first."
        );
    }

    static Gate RuleGate(Condition condition, Tri holds) =>
        new(
            condition is Condition.Time { Comparison: Comparison.AtLeast } time
                ? $"It is {time.Limit:HH:mm} or later"
                : "The rule allows it now",
            holds,
            holds == Tri.Yes ? "as the playbook's rule says" : "The playbook's rule says when."
        );

    static Gate AskGate(Step step, StepRecord? record, DutyFacts facts) =>
        record?.State switch
        {
            StepState.Done => new(
                step.Text,
                Tri.Yes,
                $"{record.Answer}, {facts.NameOf(record.By ?? "by itself")}",
                step.Id
            ),
            StepState.Skipped => new(step.Text, Tri.Yes, $"Skipped: {record.Reason}", step.Id),
            _ => new(step.Text, Tri.No, $"Not answered yet: {ActionWords.Of(step.Ask!.Value)}.", step.Id),
        };

    static Gate CheckGate(Step step, StepRecord? record, Tri holds, DutyFacts facts) =>
        record?.State == StepState.Skipped ? new(step.Text, Tri.Yes, $"Skipped: {record.Reason}", step.Id)
        : holds == Tri.Yes ? new(step.Text, Tri.Yes, "Checked by itself.", step.Id)
        : holds == Tri.No ? new(step.Text, Tri.No, ShutWhy.Of(step, facts), step.Id)
        : record is { State: StepState.Done, By: { } by }
            ? new(step.Text, Tri.Yes, $"{facts.NameOf(by)}: {LookedAt.Words}.", step.Id)
        : new(step.Text, Tri.CannotTell, "Cannot tell, which counts as shut.", step.Id);
}
