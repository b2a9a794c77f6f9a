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
            RulesDoneToday = DoneToday.Rules(facts),
            RolloutDoneToday = RolloutDay.Of(facts).IsUsedUp,
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

    /// <summary>Production stands for where customers are, whatever the playbook calls it.</summary>
    static FrozenSet<string> Unconnected(DutyFacts facts)
    {
        var watched = WatchedEnvironments.Of(facts.Playbook);
        var customers = watched.Customers.Any(facts.ConnectedEnvironments.Contains);
        return watched
            .Errors.Where(e => !facts.ConnectedEnvironments.Contains(e))
            .Concat(customers ? [] : [Environments.Production])
            .ToFrozenSet(StringComparer.Ordinal);
    }

    static Tri KnownFlaky(DutyFacts facts)
    {
        var broken = facts.Main.Now.Broken;
        if (broken.Count == 0 || broken.SelectMany(b => b.Newest.FailingTests).Any(t => !facts.FlakyTests.Contains(t)))
            return Tri.No;
        // A red that names no test may be anything.
        return broken.All(b => b.Newest.FailingTests.Count > 0) ? Tri.Yes : Tri.CannotTell;
    }

    /// <summary>What nobody judged may be real; what could not be compared too.</summary>
    static Tri RealOnesAssigned(DutyFacts facts) =>
        facts.Judgements.Any(j => j is { Word: JudgementWord.Real, Owner: null }) ? Tri.No
        : facts.Comparison is not { } comparison ? Tri.CannotTell
        : comparison.Found switch
        {
            Compared.SomeSlower => StepPress.Unjudged(facts).Count == 0 ? Tri.Yes : Tri.CannotTell,
            Compared.NoneSlower or Compared.NothingNew => Tri.Yes,
            _ => Tri.CannotTell,
        };
}
