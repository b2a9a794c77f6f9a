using System.Runtime.CompilerServices;

namespace DutyGuy.Domain;

/// <summary>
/// Proposes changes of a roster that keep every hard rule: a turn goes to somebody else, or two people swap turns, of any dates or of
/// near ones, or they change places for some days. Lives for one search.
/// </summary>
internal sealed partial class Neighbourhood
{
    // How far two turns lie apart at most that are swapped as near ones; where laps count, no farther than a lap is long.
    private const int Farthest = 40;

    // Of 256 proposals, how many are swaps of near turns; where laps count, hardly any other is good.
    private const int NearSwaps = 64;
    private const int NearSwapsInLaps = 192;

    // Of 256 proposals to somebody else, how many give a turn of the plan before back to its person.
    private const int Returns = 64;

    private readonly Roster roster;
    private readonly PlanModel model;
    private readonly int[] turns;
    private readonly int[] turnDay;
    private readonly int[] turnDuty;
    private readonly int[] pin;
    private readonly int[] before;
    private readonly int[] allowedFrom;
    private readonly int[][] members;
    private readonly int duties;
    private readonly int near;
    private readonly int nearSwaps;

    public Neighbourhood(PlanModel model, Roster roster)
    {
        (this.model, this.roster, duties) = (model, roster, model.Team.Duties);
        (turnDay, turnDuty, pin) = (model.Calendar.TurnDay, model.Calendar.TurnDuty, model.Pins.Pin);
        (members, before) = (model.Team.Members, model.Pins.Before);
        var inLaps = model.Laps.TooClose > 0;
        near = inLaps ? Math.Clamp(members.Max(list => list.Length) * duties, 1, Farthest) : Farthest;
        nearSwaps = inLaps ? NearSwapsInLaps : NearSwaps;
        turns = [.. Enumerable.Range(0, model.Calendar.Turns).Where(t => pin[t] < 0 && roster.Holder[t] >= 0)];
        allowedFrom = new int[model.Team.People * duties];
        for (var i = 0; i < allowedFrom.Length; i++)
        {
            var (person, duty) = (i / duties, i % duties);
            allowedFrom[i] = model.Team.Takes(person, duty) ? model.Shadows.FirstOwn(person, duty) : int.MaxValue;
        }
    }

    /// <summary>How many turns can change hands.</summary>
    public int Size => turns.Length;

    /// <summary>Of 256 proposals to somebody else, how many give the turn away without one in return.</summary>
    public int Moves { get; init; } = 96;

    /// <summary>Looks at one random change and makes it if it adds less than the heat allows.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Try(ref Draw draw, long heat)
    {
        var (first, second) = (draw.Next(), draw.Next());
        var turn = turns[Draw.Below((uint)first, turns.Length)];
        var allowed = Cooling.Allowed(heat, (uint)(second >> 32));
        if (duties <= MostTurns / 2 && (int)(first >> 56) < Windows)
            TryWindow(turn, second, allowed);
        else if ((int)(first >> 32 & 255) < nearSwaps)
            TrySwap(turn, NearTurn(turn, (uint)second), allowed);
        else
            TryOther(turn, first, second, allowed);
    }

    private void TryOther(int turn, ulong first, ulong second, long allowed)
    {
        var candidates = members[turnDuty[turn]];
        var comesBack = before[turn] >= 0 && (int)(first >> 48 & 255) < Returns;
        var other = comesBack ? before[turn] : candidates[Draw.Below((uint)second, candidates.Length)];
        var (person, day) = (roster.Holder[turn], turnDay[turn]);
        if (other == person || allowedFrom[other * duties + turnDuty[turn]] > day || !roster.IsAtWork(other, day))
            return;
        if (roster.IsBusy(other, day))
        {
            if (duties > 1)
                TrySwap(turn, TurnOn(day, other), allowed);
        }
        else if ((int)(first >> 40 & 255) < Moves || roster.Count(other) == 0)
        {
            if (roster.MoveDelta(turn, person, other) <= allowed)
                roster.Move(turn, other);
        }
        else
        {
            TrySwap(turn, roster.TurnAt(other, Draw.Below((uint)(first >> 32) << 16, roster.Count(other))), allowed);
        }
    }

    private void TrySwap(int turn, int otherTurn, long allowed)
    {
        var (person, other) = (roster.Holder[turn], roster.Holder[otherTurn]);
        if (other < 0 || other == person || pin[otherTurn] >= 0)
            return;
        if (!MayHave(person, otherTurn) || !MayHave(other, turn))
            return;
        var (day, otherDay) = (turnDay[turn], turnDay[otherTurn]);
        if (day != otherDay && (roster.IsBusy(person, otherDay) || roster.IsBusy(other, day)))
            return;
        if (roster.SwapDelta(turn, person, otherTurn, other) <= allowed)
            roster.Swap(turn, otherTurn);
    }

    private bool MayHave(int person, int turn) =>
        allowedFrom[person * duties + turnDuty[turn]] <= turnDay[turn] && roster.IsAtWork(person, turnDay[turn]);

    private int NearTurn(int turn, uint drawn)
    {
        var other = turn + Draw.Below(drawn, 2 * near + 1) - near;
        return other < 0 || other >= turnDay.Length ? turn : other;
    }

    private int TurnOn(int day, int person)
    {
        for (var turn = model.Calendar.FirstTurn[day]; turn < model.Calendar.FirstTurn[day + 1]; turn++)
        {
            if (roster.Holder[turn] == person)
                return turn;
        }
        return 0;
    }
}
