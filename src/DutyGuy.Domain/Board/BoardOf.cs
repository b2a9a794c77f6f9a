using System.Runtime.CompilerServices;
using NodaTime;

namespace DutyGuy.Domain;

/// <summary>The board as a function of the facts: <c>board(playbook version, facts, clock, effects already done)</c>.</summary>
public static class BoardOf
{
    /// <summary>A pass asks several times.</summary>
    static readonly ConditionalWeakTable<DutyFacts, Board> Remembered = [];

    /// <summary>The board of this moment.</summary>
    public static Board Duty(DutyFacts facts) => Remembered.GetValue(facts, Made);

    static Board Made(DutyFacts facts)
    {
        var lines = new List<BoardLine>();
        var others = new List<BoardLine>();
        var errors = facts.Errors.ToDictionary(e => e.Id.ToString(), StringComparer.Ordinal);
        var asked = DutyLoop.Evaluate(facts.Playbook, SituationOf.Duty(facts));
        var reached = asked.Select(l => l.Subject).ToHashSet(StringComparer.Ordinal);
        var held = asked.Any(l => l.Rule.First && l.State == RuleLineState.Now);
        var seen = UnseenProduction.Lines(facts).ToList();
        foreach (var rule in facts.Playbook.Rules)
        {
            if (rule.ForEach?.Environment is { } at && WatchedEnvironments.Of(facts.Playbook).MeetCustomers(at))
            {
                lines.AddRange(seen);
                seen = [];
            }
            var ofRule = asked.Where(l => l.Rule.Id == rule.Id).ToLookup(l => l.Subject is null);
            if (!(facts.Ship.NothingToShip && rule == Gates.RolloutRule(facts.Playbook)))
                lines.AddRange(ofRule[true].SelectMany(l => PlainLines.Of(l, facts)));
            lines.AddRange(Lines([.. ofRule[false].Select(l => (l, errors[l.Subject!]))], facts, others));
            lines.AddRange(OwnersToAsk(rule, held, facts, reached));
        }
        lines.AddRange(seen);
        lines.AddRange(PlainLines.OpenRuns(facts, lines, held));
        lines.AddRange(RolloutLines.Watch(facts, lines));
        lines = [.. AfterRollBack.Lines(facts, lines)];
        lines.AddRange(NobodyLines.Of(facts, held));
        if (facts.OnDuty.Person is not null)
            others.AddRange(OwnedElsewhere(facts, lines, others));
        var red = lines.FindLastIndex(l =>
            l.State == LineState.Now && facts.Playbook.Rules.Any(r => r.Id == l.Rule && r.First)
        );
        lines.InsertRange(red + 1, RolloutLines.Alarm(facts));
        return new(facts.Now, facts.OnDuty, lines, others, NotWatched(facts)) { Alarm = RolloutAlarm.Of(facts) };
    }

    static IEnumerable<BoardLine> Lines(
        List<(RuleLine Line, TrackedError Error)> found,
        DutyFacts facts,
        List<BoardLine> others
    )
    {
        var ordered = found
            .Where(f => !f.Error.Baseline)
            .OrderBy(f => ErrorLines.IsWriteUp(f.Line))
            .ThenBy(f => Order(f.Error));
        foreach (var (line, error) in ordered)
            switch (ErrorLines.Of(line, error, facts))
            {
                case { Others: true } owned:
                    others.Add(owned.Line);
                    break;
                case { } todo:
                    yield return todo.Line;
                    break;
            }
        foreach (var baseline in ErrorLines.Baseline([.. found.Where(f => f.Error.Baseline)]))
            yield return baseline;
    }

    /// <summary>Owned errors that no rule reaches (production), when their owner should be asked how it goes.</summary>
    static IEnumerable<BoardLine> OwnersToAsk(Rule rule, bool held, DutyFacts facts, HashSet<string?> reached)
    {
        if (rule.ForEach?.Environment is not { } environment || facts.OnDuty.Person is null)
            yield break;
        var state = held ? RuleLineState.Waiting : RuleLineState.Now;
        foreach (var error in facts.Errors.Where(e => e.Environment == environment && !e.Baseline).OrderBy(Order))
            if (
                ErrorLines.OwnerIsDue(error, facts)
                && error.TicketLife != error.Life
                && reached.Add(error.Id.ToString())
            )
                yield return ErrorLines.Ask(new(rule, error.Id.ToString(), [], state), error, facts);
    }

    static (long, Instant) Order(TrackedError error) => (-error.Users, error.CreatedAt);

    /// <summary>Production errors with an owner do not reach a rule; they are shown with the others.</summary>
    static IEnumerable<BoardLine> OwnedElsewhere(DutyFacts facts, List<BoardLine> lines, List<BoardLine> others)
    {
        var shown = lines.Concat(others).Select(l => l.Subject).ToHashSet(StringComparer.Ordinal);
        return facts
            .Errors.Where(e => e is { Status: ErrorStatus.Open, Assignee: not null, Baseline: false })
            .Where(e => !shown.Contains(e.Id.ToString()))
            .Where(e => e.TicketLife != e.Life)
            .OrderBy(Order)
            .Select(e => ErrorLines.Owned(e, "owned", facts));
    }

    static IReadOnlyList<string> NotWatched(DutyFacts facts)
    {
        var missing = new List<string>();
        if (facts.Main.Now.Colour == MainColour.NotConnected)
            missing.Add("main");
        foreach (var environment in WatchedEnvironments.Of(facts.Playbook).Errors)
            if (!facts.ConnectedEnvironments.Contains(environment))
                missing.Add($"errors in {environment}");
        if (!facts.PerformanceConnected)
            missing.Add("performance");
        return missing;
    }
}
