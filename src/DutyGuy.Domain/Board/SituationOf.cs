using System.Collections.Frozen;
using System.Runtime.CompilerServices;
using NodaTime;

namespace DutyGuy.Domain;

/// <summary>The facts of a duty as the playbook asks for them.</summary>
public static class SituationOf
{
    /// <summary>Board and pass ask several times.</summary>
    static readonly ConditionalWeakTable<DutyFacts, Situation> Remembered = [];

    /// <summary>The situation of this moment.</summary>
    public static Situation Duty(DutyFacts facts) => Remembered.GetValue(facts, Made);

    static Situation Made(DutyFacts facts) =>
        new()
        {
            Now = facts.Now,
            Zone = facts.Playbook.Zone,
            OnDuty = facts.OnDuty.Person is not null,
            WorkingDay = facts.Rota.Hours.IsWorkingDay(facts.Today),
            Main = facts.Main.Now.Colour,
            MainUnseenSince = facts.Main.Now.Colour == MainColour.Unknown ? facts.Main.Now.Since : null,
            Errors = [.. facts.Errors.Select(e => Seen(e, facts))],
            UnconnectedEnvironments = Unconnected(facts),
            DoneToday = DoneToday(facts),
            RequestsPerMinute = facts.RequestsPerMinute,
            RequestsUnseenSince = facts.RequestsUnseenSince,
            PerformanceConnected = facts.PerformanceConnected,
            CiPassingAtCandidate = facts.Ship.Passing,
            FailingTestsKnownFlaky = KnownFlaky(facts),
            RolloutHealth = Watches.Health(facts),
            EveryRealRegressionAssigned = RealOnesAssigned(facts),
        };

    static ErrorInSituation Seen(TrackedError error, DutyFacts facts) =>
        new(
            error.Id.ToString(),
            error.Environment,
            error.Status,
            error.CreatedAt,
            error.Assignee,
            error.Users,
            error.Events,
            facts.Ship.LastSwitch is { } last && error.CreatedAt >= last
        );

    static FrozenSet<string> Unconnected(DutyFacts facts) =>
        new[] { Environments.Staging, Environments.Production }
            .Where(e => !facts.ConnectedEnvironments.Contains(e))
            .ToFrozenSet();

    /// <summary>Rules and checklists done today; the rollout by its own rule, the rest by their finished runs.</summary>
    static HashSet<string> DoneToday(DutyFacts facts)
    {
        var done = facts
            .Runs.Where(r => r.ClosedAt >= facts.StartOfToday && r.End is RunEnd.Finished or RunEnd.ByItself)
            .Where(r => !RolloutWords(facts.PlaybookOf(r)).Contains(r.Checklist))
            .SelectMany(r => new[] { r.Rule, r.Checklist })
            .ToHashSet();
        if (RolloutDay.Of(facts).IsUsedUp)
            done.UnionWith(RolloutWords(facts.Playbook));
        if (facts.PerformanceCheckedAt >= facts.StartOfToday)
            done.Add(Words.Performance);
        return done;
    }

    /// <summary>The rule and the checklist with the button, whatever the playbook calls them.</summary>
    static string[] RolloutWords(Playbook playbook) =>
        Gates.RolloutRule(playbook) is { } rule
            ? [Words.Rollout, rule.Id, Gates.RolloutChecklist(playbook)!.Id]
            : [Words.Rollout];

    static Tri KnownFlaky(DutyFacts facts)
    {
        var failing = facts.Main.Now.Broken.SelectMany(b => b.Newest.FailingTests).ToList();
        if (failing.Count == 0)
            return facts.Main.Now.Broken.Count == 0 ? Tri.No : Tri.CannotTell;
        return failing.All(facts.FlakyTests.Contains) ? Tri.Yes : Tri.No;
    }

    static Tri RealOnesAssigned(DutyFacts facts) =>
        facts.Judgements.All(j => j.Word != JudgementWord.Real || j.Owner is not null) ? Tri.Yes : Tri.No;

    /// <summary>Ids that the software knows in every playbook.</summary>
    static class Words
    {
        public const string Rollout = "rollout";
        public const string Performance = "performance";
    }
}
