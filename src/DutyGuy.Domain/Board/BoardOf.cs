using NodaTime;

namespace DutyGuy.Domain;

/// <summary>The board as a function of the facts: <c>board(playbook version, facts, clock, effects already done)</c>.</summary>
public static class BoardOf
{
    /// <summary>The board of this moment.</summary>
    public static Board Duty(DutyFacts facts)
    {
        var lines = new List<BoardLine>();
        var others = new List<BoardLine>();
        var errors = facts.Errors.ToDictionary(e => e.Id.ToString(), StringComparer.Ordinal);
        foreach (var rule in DutyLoop.Evaluate(facts.Playbook, SituationOf.Duty(facts)).GroupBy(l => l.Rule.Id))
        {
            var ofErrors = rule.Where(l => l.Subject is not null)
                .Select(l => (Line: l, Error: errors[l.Subject!]))
                .ToList();
            lines.AddRange(rule.Where(l => l.Subject is null).SelectMany(l => PlainLines.Of(l, facts)));
            lines.AddRange(Lines(ofErrors, facts, others));
        }
        lines.AddRange(PlainLines.OpenRuns(facts, lines));
        if (facts.OnDuty.Person is not null)
            others.AddRange(OwnedElsewhere(facts, lines, others));
        return new(facts.Now, facts.OnDuty, lines, others, NotWatched(facts));
    }

    static IEnumerable<BoardLine> Lines(
        List<(RuleLine Line, TrackedError Error)> found,
        DutyFacts facts,
        List<BoardLine> others
    )
    {
        foreach (var (line, error) in found.Where(f => !f.Error.Baseline).OrderBy(f => Order(f.Error)))
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
        foreach (var environment in new[] { Environments.Staging, Environments.Production })
            if (!facts.ConnectedEnvironments.Contains(environment))
                missing.Add($"errors in {environment}");
        if (!facts.PerformanceConnected)
            missing.Add("performance");
        return missing;
    }
}
