namespace DutyGuy.Domain;

/// <summary>
/// A plan in the making: who has which turn, and per person what the objective is made of, in flat arrays. Changes tell their
/// difference in the objective before they are made, so that a search can look at millions of them a second.
/// </summary>
internal sealed partial class Roster
{
    private readonly PlanModel model;
    private readonly int[] turnDay;
    private readonly int[] weekdayOf;
    private readonly bool[] unpopular;
    private readonly int[] before;
    private readonly DayBits free;
    private readonly DayBits busy;
    private readonly int[] turnsOf;
    private readonly int[] place;
    private readonly int[] count;
    private readonly int[] unpopularCount;
    private readonly int[] weekdays;
    private readonly int[] fair;
    private readonly int[] lost;
    private readonly long[] countOffset;
    private readonly long[] unpopularOffset;
    private readonly long[] perIdeal;
    private readonly int[] lastDay;
    private readonly int[] workdays;
    private readonly int[]?[] wishes;
    private readonly int[] turnDuty;
    private readonly int[] lapOf;
    private readonly long[] laps;
    private readonly int gap;
    private readonly bool hasBefore;

    public Roster(PlanModel model)
    {
        this.model = model;
        var (people, days) = (model.Team.People, model.Calendar.Days);
        (turnDay, unpopular) = (model.Calendar.TurnDay, model.Calendar.Unpopular);
        before = [.. model.Pins.Before.Select((person, turn) => model.Pins.Pin[turn] < 0 ? person : -1)];
        (weekdayOf, free, gap) = (model.Calendar.Weekday, model.Shadows.Free, model.Problem.MinGap + 1);
        busy = new(people, days);
        Holder = new int[model.Calendar.Turns];
        Array.Fill(Holder, -1);
        (place, count, lost) = (new int[Holder.Length], new int[people], new int[people]);
        weekdays = new int[people * 8];
        (fair, unpopularCount) = (new int[people], new int[people]);
        turnsOf = new int[people * Math.Max(1, days)];
        var entitlement = model.Entitlement;
        countOffset = [.. entitlement.Turns.Select((e, p) => Points.Of(entitlement.Carry[p] - e))];
        unpopularOffset = [.. entitlement.Unpopular.Select((e, p) => Points.Of(entitlement.CarryUnpopular[p] - e))];
        perIdeal = [.. Enumerable.Range(0, people).Select(p => PerIdeal(entitlement.Ideal(p)))];
        lastDay = [.. model.Team.LastDistance.Select(distance => -distance)];
        workdays = [.. model.Problem.People.Select(one => Math.Max(1, one.Workdays.Count))];
        wishes = [.. Enumerable.Range(0, people).Select(WishesOf)];
        (turnDuty, lapOf, laps) = (model.Calendar.TurnDuty, model.Laps.LapOf, model.Laps.Offsets.ToArray());
        for (var turn = 0; turn < before.Length; turn++)
        {
            if (before[turn] >= 0)
                lost[before[turn]]++;
        }
        hasBefore = lost.AsSpan().ContainsAnyExcept(0);
        Cost = EmptyCost();
    }

    /// <summary>What a missed day of the minimum gap weighs while searching; plans are compared by missed days first.</summary>
    public long GapWeight { get; set; } = 64 * Points.One;

    /// <summary>Who has each turn; -1 nobody.</summary>
    public int[] Holder { get; }

    /// <summary>The objective without the gap, in units of <see cref="Points"/>.</summary>
    public long Cost { get; private set; }

    /// <summary>Days of the minimum gap that are missed.</summary>
    public int Shortfall { get; private set; }

    /// <summary>What the search compares: the objective and the weighed days of the minimum gap.</summary>
    public long Total => Cost + Shortfall * GapWeight;

    /// <summary>How many turns the person has.</summary>
    public int Count(int person) => count[person];

    /// <summary>One of the person's turns.</summary>
    public int TurnAt(int person, int index) => turnsOf[person * model.Calendar.Days + index];

    /// <summary>Whether the person has a turn on the day.</summary>
    public bool IsBusy(int person, int day) => busy.Has(person, day);

    /// <summary>At work and not looking on.</summary>
    public bool IsAtWork(int person, int day) => free.Has(person, day);

    /// <summary>Turns more than due that the person has at the end of the turn's lap; 0 where laps do not count.</summary>
    public long AheadInLap(int person, int turn) =>
        lapOf[turn] < model.Laps.Count(turnDuty[turn])
            ? laps[model.Laps.First(person, turnDuty[turn]) + lapOf[turn]]
            : 0;

    /// <summary>Duty days to the nearest turn of the person, before or after the day.</summary>
    public int Nearest(int person, int day) =>
        Math.Min(day - busy.Before(person, day, lastDay[person]), busy.After(person, day, None) - day);

    private static long PerIdeal(double ideal) => ideal > 0 ? (long)Math.Round((1L << 32) / ideal) : 1L << 32;

    private int[]? WishesOf(int person) =>
        model.Wishes.Wishes(person)
            ?
            [
                .. Enumerable
                    .Range(0, model.Calendar.Days)
                    .Select(day => (int)Points.Of(model.Wishes.Cost(person, day) / 2)),
            ]
            : null;
}
