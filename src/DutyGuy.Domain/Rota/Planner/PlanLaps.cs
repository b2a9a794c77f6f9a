using NodaTime;

namespace DutyGuy.Domain;

/// <summary>
/// Laps: as many days of a duty as people take part in it, from the first day of the rota on. Each lap names everybody once; who
/// could not has one turn more in the next. So the plan is measured at the end of every lap: turns had against turns due.
/// </summary>
internal sealed class PlanLaps
{
    // What somebody owes from before comes back soon, but at most one turn more than the others in so many laps.
    private const double AtOnce = 1;
    private const double InALap = 0.5;

    private readonly PlanProblem problem;
    private readonly PlanCalendar calendar;
    private readonly PlanTeam team;
    private readonly int[][] ends;
    private readonly int[][] weights;
    private readonly int[] next;
    private readonly int[] first;
    private readonly long[] offsets;

    public PlanLaps(PlanProblem problem, PlanCalendar calendar, PlanTeam team)
    {
        (this.problem, this.calendar, this.team) = (problem, calendar, team);
        ends = [.. Enumerable.Range(0, team.Duties).Select(Ends)];
        weights = [.. Enumerable.Range(0, team.Duties).Select(Weights)];
        next = new int[team.Duties];
        first = new int[team.People * team.Duties];
        var length = 0;
        for (var i = 0; i < first.Length; i++)
        {
            first[i] = length;
            length += team.Takes(i / team.Duties, i % team.Duties) ? ends[i % team.Duties].Length : 0;
        }
        offsets = new long[length];
        LapOf = new int[calendar.Turns];
        for (var turn = 0; turn < LapOf.Length; turn++)
        {
            var lap = Array.BinarySearch(ends[calendar.TurnDuty[turn]], calendar.TurnDay[turn] + 1);
            LapOf[turn] = lap < 0 ? ~lap : lap;
        }
    }

    /// <summary>The lap in which each turn lies.</summary>
    public int[] LapOf { get; }

    /// <summary>How many laps of the duty are measured; the last may be cut by the end of the plan.</summary>
    public int Count(int duty) => ends[duty].Length;

    /// <summary>What turns less than half as far apart as they could be weigh; nothing where no laps are measured.</summary>
    public long TooClose => offsets.Length > 0 ? Points.TooClose : 0;

    /// <summary>What a turn more or less than due weighs at the end of each lap of the duty.</summary>
    public ReadOnlySpan<int> WeightOf(int duty) => weights[duty];

    /// <summary>Where the laps of a person in a duty begin among <see cref="Offsets"/>.</summary>
    public int First(int person, int duty) => first[person * team.Duties + duty];

    /// <summary>At the end of each lap of each person in each duty, turns too many without those of the plan, in <see cref="Points"/>.</summary>
    public ReadOnlySpan<long> Offsets => offsets;

    /// <summary>Tells what was due after a day: turns by person and duty since the plan began.</summary>
    public void After(int day, ReadOnlySpan<double> due)
    {
        for (var duty = 0; duty < team.Duties; duty++)
        {
            if (next[duty] == ends[duty].Length || ends[duty][next[duty]] != day + 1)
                continue;
            foreach (var person in team.Members[duty])
                offsets[First(person, duty) + next[duty]] = Points.Of(
                    Owed(Carry(person, duty), next[duty]) - due[person * team.Duties + duty]
                );
            next[duty]++;
        }
    }

    private double Carry(int person, int duty) =>
        problem.People[person].History.TryGetValue(problem.Duties[duty].Id, out var history)
            ? history.Done - history.Entitled
            : 0;

    // As much of what was carried over as is to be even by the end of a lap.
    private static double Owed(double carry, int lap) =>
        Math.CopySign(Math.Min(Math.Abs(carry), AtOnce + InALap * lap), carry);

    // The days behind the last of each lap.
    private int[] Ends(int duty)
    {
        if ((problem.Duties[duty].LapBegins ?? (problem.Previous.Count == 0 ? problem.From : null)) is not { } begins)
            return [];
        var days = Enumerable.Range(0, calendar.Days).Where(day => calendar.TurnOf(day, duty) >= 0).ToList();
        var found = new List<int>();
        for (var at = days.FindIndex(day => calendar.Dates[day] >= begins); at >= 0 && at < days.Count; )
        {
            if (days[at] > 0 && at > 0)
                found.Add(days[at]);
            at += Math.Max(1, Length(duty, days[at]));
        }
        found.Add(calendar.Days);
        return [.. found.Distinct()];
    }

    private int[] Weights(int duty)
    {
        var (found, begins) = (new int[ends[duty].Length], 0);
        for (var lap = 0; lap < found.Length; lap++)
        {
            var days = Enumerable.Range(begins, ends[duty][lap] - begins);
            found[lap] = days.All(day => IsWhole(duty, day)) ? Points.OffLap : Points.OffOpenLap;
            begins = ends[duty][lap];
        }
        return found;
    }

    // Everybody is in, and has the same share: a lap can name each once.
    private bool IsWhole(int duty, int day)
    {
        if (calendar.TurnOf(day, duty) < 0)
            return true;
        var counted = team.Members[duty].Where(person => team.Counted.Has(person, day)).ToList();
        return counted.TrueForAll(person =>
            team.In.Has(person, day) && problem.People[person].Share == problem.People[counted[0]].Share
        );
    }

    private int Length(int duty, int day) =>
        Length(team.Members[duty].Where(person => team.Counted.Has(person, day)).Sum(p => problem.People[p].Share));

    /// <summary>How many days of a duty a lap has with these shares of all who take part.</summary>
    public static int Length(double shares) => Math.Max(1, (int)Math.Ceiling(shares - 1e-6));
}
