using System.Runtime.CompilerServices;

namespace DutyGuy.Domain;

/// <summary>The parts of the objective of one person.</summary>
internal sealed partial class Roster
{
    private const int None = PlanTeam.NoTurn;

    // ((ideal - distance) / ideal)^2 for turns closer than they would be if all came evenly.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private long Regularity(int person, int distance)
    {
        var missing = (1L << 32) - distance * perIdeal[person];
        if (missing <= 0)
            return 0;
        missing >>= 32 - Points.Bits;
        return (missing * missing >> Points.Bits) + (missing > Points.One / 2 ? model.Laps.TooClose : 0);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private int Missing(int distance) => Math.Max(0, gap - distance);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private long Spacing(int person, int distance) => Regularity(person, distance) + Missing(distance) * GapWeight;

    // The square of the distance from the entitlement: one turn more adds 2x + 1, one less takes 2x - 1.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private long OneMore(int person) => 2 * (count[person] * Points.One + countOffset[person]) + Points.One;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private long OneLess(int person) => Points.One - 2 * (count[person] * Points.One + countOffset[person]);

    // Unpopular turns weigh half.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private long OneMoreUnpopular(int person) =>
        unpopularCount[person] * Points.One + unpopularOffset[person] + Points.One / 2;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private long OneLessUnpopular(int person) =>
        Points.One / 2 - unpopularCount[person] * Points.One - unpopularOffset[person];

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private long Wish(int person, int day) => wishes[person] is { } days ? days[day] : 0;

    // Turns on one weekday above the even number; the even number grows with every full round of workdays.
    private long VarietyGained(int person, int weekday) =>
        count[person] == fair[person] * workdays[person] ? Variety(person, weekday, 1, fair[person] + 1)
        : weekdays[person * 8 + weekday] >= fair[person] ? Points.SameWeekday
        : 0;

    private long VarietyLost(int person, int weekday) =>
        count[person] - 1 == (fair[person] - 1) * workdays[person] ? Variety(person, weekday, -1, fair[person] - 1)
        : weekdays[person * 8 + weekday] > fair[person] ? -Points.SameWeekday
        : 0;

    private long Variety(int person, int weekday, int change, int fairThen)
    {
        var more = 0;
        for (var day = 0; day < 7; day++)
        {
            var now = weekdays[person * 8 + day];
            more += Math.Max(0, now + (day == weekday ? change : 0) - fairThen) - Math.Max(0, now - fair[person]);
        }
        return more * Points.SameWeekday;
    }

    // A turn more or one less from one lap on until before another: (x + 1)^2 = x^2 + 2x + 1 at the end of each.
    private long Laps(int person, int duty, int from, int until, int change)
    {
        var sum = 0L;
        var ahead = laps.AsSpan(model.Laps.First(person, duty) + from, until - from);
        var weights = model.Laps.WeightOf(duty).Slice(from, until - from);
        for (var lap = 0; lap < ahead.Length; lap++)
            sum += (Points.One + 2 * change * ahead[lap]) * weights[lap];
        return sum >> 2;
    }

    private static long OffLap(long ahead, int weight) => (ahead * ahead >> Points.Bits) * weight >> 2;

    private long LapsFrom(int person, int turn, int change)
    {
        var (duty, lap) = (turnDuty[turn], lapOf[turn]);
        var last = model.Laps.Count(duty);
        return lap < last ? Laps(person, duty, lap, last, change) : 0;
    }

    private long LapsExchanged(int person, int gives, int gets)
    {
        if (turnDuty[gives] != turnDuty[gets])
            return LapsFrom(person, gives, -1) + LapsFrom(person, gets, 1);
        var (from, to) = (lapOf[gives], lapOf[gets]);
        return from == to || model.Laps.Count(turnDuty[gives]) == 0 ? 0
            : from < to ? Laps(person, turnDuty[gives], from, to, -1)
            : Laps(person, turnDuty[gives], to, from, 1);
    }

    // Nothing is given yet: everybody is all their turns off, and all who had turns lost them.
    private long EmptyCost()
    {
        var cost = Points.Of(model.Wishes.Ungranted / 2);
        for (var person = 0; person < count.Length; person++)
        {
            cost += countOffset[person] * countOffset[person] >> Points.Bits;
            cost += unpopularOffset[person] * unpopularOffset[person] >> Points.Bits + 1;
            for (var duty = 0; duty < model.Team.Duties; duty++)
            {
                if (model.Team.Takes(person, duty))
                    for (var lap = 0; lap < model.Laps.Count(duty); lap++)
                        cost += OffLap(laps[model.Laps.First(person, duty) + lap], model.Laps.WeightOf(duty)[lap]);
            }
            cost += lost[person] * Points.MovedTurn + (lost[person] > 0 ? Points.MovedPerson : 0);
        }
        return cost;
    }
}
