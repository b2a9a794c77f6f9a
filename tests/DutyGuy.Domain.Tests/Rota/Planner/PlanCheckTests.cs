using DutyGuy.Domain;
using NodaTime;
using Shouldly;
using Xunit;

namespace DutyGuy.Tests.Rota;

public class PlanCheckTests
{
    private static readonly LocalDate Monday = PlanProblems.Monday;

    private static readonly PlanProblem Problem = new(
        "checked",
        Monday,
        Monday.PlusDays(4),
        1,
        [new("web") { ShadowDays = 1 }, new("data") { Skill = "sql" }],
        [
            new("ann") { Skills = new HashSet<string> { "sql" } },
            new("ben")
            {
                Skills = new HashSet<string> { "sql" },
                Absences = [new(Monday, Monday)],
            },
            new("cleo")
            {
                Workdays = new HashSet<IsoDayOfWeek> { IsoDayOfWeek.Monday, IsoDayOfWeek.Friday },
            },
            new("dan") { Until = Monday.PlusDays(2) },
            new("zoe") { Experience = new HashSet<string>() },
        ]
    )
    {
        AnnouncedUntil = Monday,
        Previous = [new("web", Monday, "cleo")],
        Fixed = [new("data", Monday.PlusDays(1), "ben")],
    };

    private static readonly RotaPlan Sound = RotaPlanner.Best(Problem, PlanLimit.Steps(2000));

    [Fact]
    public void A_sound_plan_breaks_no_rule() => PlanCheck.Of(Problem, Sound).Broken.ShouldBeEmpty();

    [Theory]
    [InlineData("web", 0, "ann", "announced")]
    [InlineData("data", 1, "ann", "fixed")]
    [InlineData("data", 0, "ben", "absent")]
    [InlineData("web", 2, "cleo", "notWorking")]
    [InlineData("web", 3, "dan", "outside")]
    [InlineData("data", 2, "dan", "skill")]
    [InlineData("web", 1, "ben", "twoDuties")]
    [InlineData("web", 0, "zoe", "newcomer")]
    [InlineData("web", 2, "nobody", "unknown")]
    public void A_turn_of_the_wrong_person_is_found(string duty, int day, string person, string rule) =>
        Rules(With(new(duty, Monday.PlusDays(day), person))).ShouldContain(rule);

    [Fact]
    public void A_turn_left_out_is_found_twice() =>
        Rules(Sound with { Turns = [.. Sound.Turns.SkipLast(1)] })
            .ShouldBe(["uncovered", "unnamed"], ignoreOrder: true);

    [Fact]
    public void A_covered_turn_needs_no_cause() =>
        Rules(Sound with { Uncovered = [new("web", Monday, "nobody is in")] }).ShouldBe(["unnamed"]);

    [Fact]
    public void A_shadow_of_somebody_who_needs_none_is_found() =>
        Rules(Sound with { Shadows = [.. Sound.Shadows, new("web", Monday.PlusDays(4), "ann")] })
            .ShouldContain("shadow");

    [Fact]
    public void Turns_too_close_are_counted_by_days()
    {
        var close = With(new("web", Monday.PlusDays(1), "cleo")) with { };
        PlanCheck.Of(Problem, close).GapDaysMissed.ShouldBeGreaterThan(PlanCheck.Of(Problem, Sound).GapDaysMissed);
    }

    private static RotaPlan With(AgreedTurn turn) =>
        Sound with
        {
            Turns = [.. Sound.Turns.Where(other => (other.Duty, other.Date) != (turn.Duty, turn.Date)), turn],
        };

    private static List<string> Rules(RotaPlan plan) =>
        [.. PlanCheck.Of(Problem, plan).Broken.Select(broken => broken.Rule).Distinct()];
}
