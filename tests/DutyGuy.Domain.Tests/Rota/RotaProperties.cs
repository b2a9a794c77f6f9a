using CsCheck;
using DutyGuy.Domain;
using NodaTime;
using Shouldly;
using Xunit;

namespace DutyGuy.Tests.Rota;

/// <summary>What holds for every rota, with random people, absences, edits and acts, over a change of clocks.</summary>
public class RotaProperties
{
    private const int Days = 60;
    private static readonly LocalDate First = new(2026, 3, 2);
    private static readonly Gen<int> Day = Gen.Int[0, Days];
    private static readonly Gen<int> Who = Gen.Int[0, 11];

    private static readonly Gen<Absence> GenAbsence = Gen.Select(Who, Day, Gen.Int[0, 15])
        .Select((who, day, length) => new Absence(Name(who), First.PlusDays(day), First.PlusDays(day + length)));

    private static readonly Gen<TurnOverride> GenEdit = Gen.Select(Who, Day)
        .Select((who, day) => new TurnOverride(First.PlusDays(day), Name(who), "edit", "owner"));

    private static readonly Gen<PlannedTurn> GenPlanned = Gen.Select(Who, Day)
        .Select((who, day) => new PlannedTurn(First.PlusDays(day), Name(who)));

    private static readonly Gen<TurnAct> GenAct = Gen.Select(Who, Gen.Int[0, Days * 24 * 60], Gen.Enum<TurnActKind>())
        .Select((who, minute, kind) => RotaExample.Act(kind, Name(who), Utc(minute), "a reason"));

    private static readonly Gen<RotaFacts> GenFacts = Gen.Select(
            Gen.Int[0, 2].Select(i => new[] { "Europe/Paris", "America/New_York", "Australia/Lord_Howe" }[i]),
            Gen.Select(Gen.Int[-30, 30], Gen.Int[0, 90]).Array[0, 12],
            GenAbsence.Array[0, 8],
            GenEdit.Array[0, 4],
            GenPlanned.Array[0, 30]
        )
        .Select(
            (zone, people, absences, edits, planned) =>
                new RotaFacts("duty", RotaExample.Hours(zone), First, [.. people.Select(Joined)], absences, edits, [])
                {
                    Planned = [.. planned.DistinctBy(turn => turn.Date)],
                }
        );

    [Fact]
    public void One_turn_a_working_day_and_nobody_only_when_nobody_is_in() =>
        GenFacts.Sample(facts =>
        {
            var turns = Plan(facts);
            turns.Select(turn => turn.Date).ShouldBe(All().Where(facts.Hours.IsWorkingDay));
            turns.ShouldAllBe(turn =>
                turn.Person == null ? !In(facts, turn.Date).Any() : In(facts, turn.Date).Contains(turn.Person)
            );
        });

    [Fact]
    public void Never_two_successive_days_when_two_are_in() =>
        GenFacts.Sample(facts =>
        {
            var turns = Plan(facts with { Overrides = [], Planned = [] });
            turns
                .Zip(turns.Skip(1))
                .Where(pair => pair.First.Person != null && pair.First.Person == pair.Second.Person)
                .ShouldAllBe(pair => In(facts, pair.Second.Date).Count() < 2);
        });

    [Fact]
    public void The_same_facts_in_any_order_give_the_same_plan() =>
        GenFacts.Sample(facts =>
        {
            var reversed = facts with
            {
                Members = [.. facts.Members.Reverse()],
                Absences = [.. facts.Absences.Reverse()],
            };
            Plan(reversed).ShouldBe(Plan(facts));
        });

    [Fact]
    public void What_is_recorded_as_past_does_not_change_what_follows() =>
        Gen.Select(GenFacts, Day)
            .Sample(
                (facts, day) =>
                {
                    var recorded = Plan(facts).Where(turn => turn.Date < First.PlusDays(day));
                    var later = facts with
                    {
                        PastTurns = [.. recorded.Select(turn => new PastTurn(turn.Date, turn.Person))],
                    };
                    Plan(later).Select(turn => turn.Person).ShouldBe(Plan(facts).Select(turn => turn.Person));
                }
            );

    [Fact]
    public void One_day_away_moves_only_the_two_turns_that_must() =>
        Gen.Select(Gen.Int[3, 40], Gen.Int[0, 39])
            .Sample(
                (people, day) =>
                {
                    var facts = RotaExample.Team(people);
                    var before = facts.Days(people);
                    var away = before[day % (people - 1)];
                    var after = facts.Away(away.Person!, away.Date, away.Date).Days(people);
                    before.Zip(after).Count(pair => pair.First.Person != pair.Second.Person).ShouldBe(2);
                }
            );

    [Fact]
    public void In_the_hours_of_a_planned_day_exactly_one_person_holds_the_duty() =>
        GenFacts.Sample(facts =>
            Holdings
                .Of(facts, [], Utc(0), Utc(Days * 24 * 60))
                .Select(holding => (holding.Person, holding.From, holding.To))
                .ShouldBe(
                    Plan(facts)
                        .Where(turn => turn.Person != null && facts.Hours.StartOf(turn.Date) < Utc(Days * 24 * 60))
                        .Select(turn => (turn.Person!, facts.Hours.StartOf(turn.Date), facts.Hours.EndOf(turn.Date)))
                )
        );

    [Fact]
    public void Holdings_never_overlap_and_a_take_over_leaves_no_gap() =>
        Gen.Select(GenFacts, GenAct.Array[0, 20])
            .Sample(
                (facts, acts) =>
                {
                    var holdings = Holdings.Of(facts, acts, Utc(0), Utc(Days * 24 * 60));
                    holdings.ShouldAllBe(holding => holding.From < holding.To);
                    foreach (var (first, second) in holdings.Zip(holdings.Skip(1)))
                        first.To.ShouldBeLessThanOrEqualTo(second.From);
                    foreach (var act in acts.Where(act => act.Kind == TurnActKind.TookOver).DistinctBy(act => act.At))
                        OnDuty
                            .At(facts, acts.Where(other => other.At <= act.At).ToList(), act.At)
                            .Person.ShouldNotBeNull();
                }
            );

    [Fact]
    public void The_answer_at_an_instant_is_the_holding_that_contains_it() =>
        Gen.Select(GenFacts, GenAct.Array[0, 10], Gen.Int[0, Days * 24 * 60])
            .Sample(
                (facts, acts, minute) =>
                {
                    var answer = OnDuty.At(facts, acts, Utc(minute));
                    var holdings = Holdings.Of(facts, acts, Utc(minute), Utc(minute) + Duration.Epsilon);
                    holdings.Count.ShouldBeLessThanOrEqualTo(1);
                    answer.Person.ShouldBe(holdings.FirstOrDefault()?.Person);
                    (answer.Next is null || answer.Next.From > Utc(minute)).ShouldBeTrue();
                }
            );

    [Fact]
    public void The_next_instant_misses_no_change_of_the_person() =>
        Gen.Select(GenFacts, GenAct.Array[0, 10], Gen.Int[0, Days * 24 * 60], Gen.Double[0, 1])
            .Sample(
                (facts, acts, minute, part) =>
                {
                    var next = TurnNotices.NextInstant(facts, acts, Utc(minute));
                    next.ShouldBeGreaterThan(Utc(minute));
                    var between = Utc(minute) + (next - Utc(minute) - Duration.Epsilon) * part;
                    OnDuty.At(facts, acts, between).Person.ShouldBe(OnDuty.At(facts, acts, Utc(minute)).Person);
                }
            );

    private static IReadOnlyList<PlannedTurn> Plan(RotaFacts facts) =>
        Turns.Between(facts, First, First.PlusDays(Days));

    private static IEnumerable<LocalDate> All() => Enumerable.Range(0, Days + 1).Select(day => First.PlusDays(day));

    private static IEnumerable<string> In(RotaFacts facts, LocalDate date) =>
        facts
            .Members.Where(member => member.TakesPart(date))
            .Select(member => member.Handle)
            .Where(person => !facts.Absences.Any(absence => absence.Person == person && absence.Covers(date)));

    private static Member Joined((int From, int Length) days, int who) =>
        new(Name(who), First.PlusDays(days.From), First.PlusDays(days.From + days.Length));

    private static string Name(int who) => $"p{who:00}";

    private static Instant Utc(int minute) => First.AtMidnight().InUtc().ToInstant() + Duration.FromMinutes(minute);
}
