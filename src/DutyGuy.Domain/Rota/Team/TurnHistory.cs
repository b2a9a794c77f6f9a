using NodaTime;

namespace DutyGuy.Domain;

/// <summary>
/// What the last twelve months of one duty left to everybody: turns done, and turns entitled to (each day's turn is shared by
/// all who take part that day, in proportion to their share).
/// </summary>
sealed class TurnHistory
{
    static readonly Period Months = Period.FromMonths(12);

    readonly Dictionary<string, PlanHistory> found;
    readonly IReadOnlyDictionary<string, Person> people;

    public TurnHistory(RotaFacts duty, IReadOnlyDictionary<string, Person> people, LocalDate until)
    {
        this.people = people;
        found = duty.Members.ToDictionary(
            m => m.Handle,
            _ => new PlanHistory(0, 0, 0, 0, null),
            StringComparer.Ordinal
        );
        var unpopular = UnpopularTurns.Of(TeamRota.DutyOf(duty));
        foreach (var turn in duty.PastTurns.Where(t => t.Date >= until - Months && t.Person is not null))
            Add(duty, turn, unpopular(turn.Date) ? 1 : 0);
    }

    public PlanHistory this[string person] => found[person];

    void Add(RotaFacts duty, PastTurn turn, int unpopular)
    {
        var taking = duty.Members.Where(m => m.TakesPart(turn.Date)).ToList();
        var shares = taking.Sum(m => Share(m.Handle));
        foreach (var member in taking.Where(_ => shares > 0))
        {
            var (one, share) = (found[member.Handle], Share(member.Handle) / shares);
            found[member.Handle] = one with
            {
                Entitled = one.Entitled + share,
                UnpopularEntitled = one.UnpopularEntitled + (share * unpopular),
            };
        }
        if (!found.TryGetValue(turn.Person!, out var done))
            return;
        found[turn.Person!] = done with
        {
            Done = done.Done + 1,
            UnpopularDone = done.UnpopularDone + unpopular,
            LastTurn = done.LastTurn > turn.Date ? done.LastTurn : turn.Date,
        };
    }

    double Share(string handle) => people.GetValueOrDefault(handle)?.Share ?? 1;
}
