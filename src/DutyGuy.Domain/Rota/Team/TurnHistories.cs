using NodaTime;

namespace DutyGuy.Domain;

/// <summary>
/// What the past year left to everybody in each duty: turns done, and turns entitled to (each day's turn is shared by all who
/// take part that day as <see cref="EvenSplit"/> says). It begins with a lap, so that turns of whole laps are even.
/// </summary>
sealed class TurnHistories
{
    static readonly Period Months = Period.FromMonths(12);

    readonly Dictionary<(string Person, string Duty), PlanHistory> found = [];
    readonly TeamRota team;
    readonly IReadOnlyDictionary<string, PlanPerson> people;
    readonly Func<LocalDate, bool>[] unpopular;

    /// <summary>Sums up what was before the team's first day to plan.</summary>
    public TurnHistories(TeamRota team, IReadOnlyDictionary<string, PlanPerson> people)
    {
        (this.team, this.people) = (team, people);
        unpopular = [.. team.Duties.Select(d => UnpopularTurns.Of(TeamRota.DutyOf(d)))];
        var days = team
            .Duties.SelectMany((duty, bit) => PastOf(duty).Select(turn => (turn.Date, Bit: bit, turn.Person)))
            .GroupBy(turn => turn.Date);
        var (last, parts) = ("", new Dictionary<ulong, double[]>());
        foreach (var day in days)
        {
            var turns = day.ToList();
            var taking = people
                .Values.Select(one => (One: one, Set: SetOf(one, turns, day.Key)))
                .Where(p => p.Set != 0)
                .ToList();
            var wanted = turns.Aggregate(0UL, (set, turn) => set | 1UL << turn.Bit);
            var same = $"{wanted} {string.Join(' ', taking.Select(p => $"{p.One.Id} {p.Set}"))}";
            if (same != last)
                (last, parts) = (
                    same,
                    EvenSplit.Parts(
                        wanted,
                        taking.GroupBy(p => p.Set).ToDictionary(g => g.Key, g => g.Sum(p => p.One.Share))
                    )
                );
            foreach (var turn in turns)
                Count(turn.Bit, day.Key, turn.Person!, taking, parts);
        }
    }

    /// <summary>What is carried over by somebody in a duty.</summary>
    public PlanHistory Of(string person, string duty) =>
        found.GetValueOrDefault((person, duty)) ?? new(0, 0, 0, 0, null);

    // The lap in which the year begins is whole; what was before the rota was imported.
    IEnumerable<PastTurn> PastOf(RotaFacts duty)
    {
        var year = team.From - Months;
        var since =
            duty.FirstDay >= year ? LocalDate.MinIsoValue : RotaLaps.Begins(duty, team.People, year).SkipLast(1).Last();
        return duty.PastTurns.Where(t =>
            since <= t.Date && year.PlusYears(-1) <= t.Date && t.Date < team.From && t.Person is not null
        );
    }

    ulong SetOf(PlanPerson one, List<(LocalDate Date, int Bit, string? Person)> turns, LocalDate date) =>
        one.Absences.Any(a => a.Contains(date) && one.IsLong(a))
            ? 0
            : turns
                .Where(t => TakesPart(team.Duties[t.Bit], one.Id, date))
                .Aggregate(0UL, (set, turn) => set | 1UL << turn.Bit);

    // On imported days who had a turn by then, or was said to be in the team.
    bool TakesPart(RotaFacts duty, string person, LocalDate date) =>
        date >= duty.FirstDay
            ? duty.Members.Any(m => m.Handle == person && m.TakesPart(date))
            : duty.Members.Any(m => m.Handle == person)
                && (
                    team.People.GetValueOrDefault(person)?.JoinedOn <= date
                    || duty.PastTurns.Any(t => t.Person == person && t.Date <= date)
                );

    void Count(
        int bit,
        LocalDate date,
        string holder,
        List<(PlanPerson One, ulong Set)> taking,
        Dictionary<ulong, double[]> parts
    )
    {
        var duty = team.Duties[bit].Duty;
        var dislike = unpopular[bit](date) ? 1 : 0;
        foreach (var (one, set) in taking.Where(p => (p.Set >> bit & 1) != 0))
        {
            var part = one.Share * parts[set][bit];
            var before = Of(one.Id, duty);
            found[(one.Id, duty)] = before with
            {
                Entitled = before.Entitled + part,
                UnpopularEntitled = before.UnpopularEntitled + part * dislike,
            };
        }
        if (!people.ContainsKey(holder))
            return;
        var done = Of(holder, duty);
        found[(holder, duty)] = done with
        {
            Done = done.Done + 1,
            UnpopularDone = done.UnpopularDone + dislike,
            LastTurn = done.LastTurn > date ? done.LastTurn : date,
        };
    }
}
