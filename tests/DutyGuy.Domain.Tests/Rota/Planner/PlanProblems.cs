using CsCheck;
using DutyGuy.Domain;
using NodaTime;

namespace DutyGuy.Tests.Rota;

/// <summary>Random teams with everything a planner has to know, from Monday 2 March 2026 on.</summary>
internal static class PlanProblems
{
    public static readonly LocalDate Monday = new(2026, 3, 2);
    private static readonly Gen<int> Day = Gen.Int[0, 60];

    private static readonly Gen<DateInterval> GenAbsence = Gen.Select(Day, Gen.Int[0, 20])
        .Select((day, length) => new DateInterval(Monday.PlusDays(day), Monday.PlusDays(day + length)));

    private static readonly Gen<PlanWish> GenWish = Gen.Select(Gen.Bool, Day, Gen.Int[1, 5], Gen.Int[-2, 2])
        .Select(
            (dated, day, weekday, weight) =>
                new PlanWish(
                    dated ? Monday.PlusDays(day) : null,
                    dated ? IsoDayOfWeek.None : (IsoDayOfWeek)weekday,
                    weight
                )
        );

    private static readonly Gen<IReadOnlySet<IsoDayOfWeek>> GenWorkdays = Gen.Int[1, 5]
        .HashSet[1, 5]
        .Select(days => (IReadOnlySet<IsoDayOfWeek>)days.Select(day => (IsoDayOfWeek)day).ToHashSet());

    private static readonly Gen<PlanPerson> GenPerson = Gen.Select(
            Gen.Select(Gen.Double[0.2, 1], GenWorkdays, Gen.Bool),
            GenAbsence.Array[0, 3],
            GenWish.Array[0, 3],
            Gen.Select(Gen.Int[-400, 70], Gen.Int[10, 500], Gen.Int[0, 3], Gen.Int[-3, 3])
        )
        .Select(
            (work, absences, wishes, past) =>
                new PlanPerson("")
                {
                    Share = work.Item1,
                    Workdays = work.Item3 ? work.Item2 : DutyHours.MondayToFriday,
                    Absences = absences,
                    Wishes = wishes,
                    Since = Monday.PlusDays(past.Item1),
                    Until = Monday.PlusDays(past.Item2),
                    Skills = past.Item3 > 0 ? new HashSet<string> { "vault" } : new HashSet<string>(),
                    Experience = past.Item1 > 0 ? new HashSet<string>() : null,
                    History = new Dictionary<string, PlanHistory>
                    {
                        ["d0"] = new(6 + past.Item4, 6, 1, 1.5, Monday.PlusDays(past.Item4 - 5)),
                    },
                }
        );

    /// <summary>A fresh plan to make.</summary>
    public static readonly Gen<PlanProblem> Fresh = Gen.Select(
            GenPerson.Array[1, 10],
            Gen.Int[1, 3],
            Gen.Int[10, 60],
            Gen.Int[0, 4],
            Gen.Bool
        )
        .Select((people, duties, days, gap, skilled) => Of(people, duties, days, gap, skilled));

    private static PlanProblem Of(PlanPerson[] people, int duties, int days, int gap, bool skilled) =>
        new(
            "random",
            Monday,
            Monday.PlusDays(days),
            gap,
            [
                .. Enumerable
                    .Range(0, duties)
                    .Select(duty => new PlanDuty($"d{duty}")
                    {
                        Skill = skilled && duty == duties - 1 ? "vault" : null,
                        ShadowDays = 1,
                        Holidays = new HashSet<LocalDate> { Monday.PlusDays(8) },
                    }),
            ],
            [.. people.Select((person, number) => person with { Id = $"p{number}" })]
        );

    /// <summary>The same team without newcomers, planned; then people are away on other days, and four weeks are announced.</summary>
    public static PlanProblem Again(PlanProblem problem, IEnumerable<DateInterval> away)
    {
        var known = problem with { People = [.. problem.People.Select(person => person with { Experience = null })] };
        var before = RotaPlanner.Best(known, PlanLimit.Steps(2000));
        return known with
        {
            AnnouncedUntil = Monday.PlusDays(27),
            Previous = before.Turns,
            PreviousShadows = before.Shadows,
            People =
            [
                .. known.People.Zip(away.Concat(Never), (p, days) => p with { Absences = [.. p.Absences, days] }),
            ],
        };
    }

    private static IEnumerable<DateInterval> Never =>
        Enumerable.Repeat(new DateInterval(Monday.PlusDays(-9), Monday.PlusDays(-9)), 20);

    /// <summary>A re-plan after some people turned out to be away.</summary>
    public static readonly Gen<PlanProblem> Replanned = Gen.Select(Fresh, GenAbsence.Array[1, 3], Again);
}
