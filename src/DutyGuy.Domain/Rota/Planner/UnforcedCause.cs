using System.Globalization;

namespace DutyGuy.Domain;

/// <summary>
/// Why a turn moved though its person could have done it: the part of the objective that would be worse most if it came back.
/// </summary>
internal sealed class UnforcedCause(PlanModel model, int[] holders)
{
    public string Of(int turn, int before)
    {
        var now = holders[turn];
        if (now < 0)
            return "another duty of that day needs them";
        var with = new long[PlanValue.Parts];
        var without = new long[PlanValue.Parts];
        var missing = Add(before, -1, turn, with) + Add(now, turn, -1, with);
        missing -= Add(before, -1, -1, without) + Add(now, -1, -1, without);
        if (missing > 0)
            return $"else turns would come closer than {model.Problem.MinGap} working days";
        var worst = ((int[])[7, 0, 1, 2, 3, 4]).MaxBy(part => with[part] - without[part]);
        return worst switch
        {
            0 => $"to keep turns even; with it {Balance(before, 1)}, {Balance(now, -1)}",
            1 => "to share Fridays and days beside holidays evenly",
            2 => "to keep turns apart",
            3 => "because of wishes",
            7 => "so that everybody has a turn before somebody has a second",
            _ => "to vary the weekdays",
        };
    }

    private int Add(int person, int less, int more, long[] parts)
    {
        var turns = Enumerable
            .Range(0, holders.Length)
            .Where(turn => turn != less && (holders[turn] == person || turn == more));
        return PlanValue.Add(model, person, [.. turns], parts);
    }

    private string Balance(int person, int more)
    {
        var e = model.Entitlement;
        var off = holders.Count(holder => holder == person) + more + e.Carry[person] - e.Turns[person];
        var size = Math.Abs(off).ToString("0.0", CultureInfo.InvariantCulture);
        var name = model.Problem.People[person].Id;
        return $"{name} would have {size} turns {(off > 0 ? "more" : "fewer")} than entitled to";
    }
}
