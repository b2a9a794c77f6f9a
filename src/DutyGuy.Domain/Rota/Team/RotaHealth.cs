using NodaTime;

namespace DutyGuy.Domain;

/// <summary>How fair the rota of one duty is in the year around a day: half a year as it was, half a year as it is planned.</summary>
/// <param name="MedianGap">Working days between two turns of a person, in all duties; null before anybody has a second turn.</param>
/// <param name="Aim">The longest gap that the duty wants, in working days.</param>
/// <param name="OverAim">Who has a longer gap than the aim, the longest first.</param>
/// <param name="People">How many take part.</param>
/// <param name="Turns">Turns of those who take part all that time with a full share.</param>
/// <param name="InAllDuties">Who serves other duties too, with what they carry in all.</param>
/// <param name="UnpopularTurns">Theirs on Fridays and beside days on which the duty is closed.</param>
/// <param name="Uncovered">Days to come that nobody can have, with why.</param>
public sealed record RotaHealth(
    LocalDate From,
    LocalDate To,
    int? MedianGap,
    Gap? LongestGap,
    int? Aim,
    IReadOnlyList<string> OverAim,
    int People,
    Spread? Turns,
    IReadOnlyList<Carried> InAllDuties,
    Spread? UnpopularTurns,
    IReadOnlyList<PlannedTurn> Uncovered
)
{
    static readonly Period Half = Period.FromWeeks(26);

    /// <summary>From what is known of a duty, and of the others.</summary>
    public static RotaHealth Of(DutyFacts facts, IReadOnlyList<RotaFacts>? others = null)
    {
        var (duty, people, today, aim) = (facts.Rota, facts.People, facts.Today, facts.Playbook.Aim);
        var (from, to) = (today - Half, today + Half);
        var turns = Domain.Turns.Between(duty, from, to);
        var members = duty.Members.Select(m => m.Handle).ToHashSet(StringComparer.Ordinal);
        var elsewhere = (others ?? [])
            .Where(o => o.Duty != duty.Duty && o.EndedAt is null)
            .SelectMany(o => Domain.Turns.Between(o, from, to))
            .Where(t => t.Person is { } person && members.Contains(person))
            .ToList();
        var gaps = Gaps.Of(duty.Hours, turns.Concat(elsewhere).Where(t => members.Contains(t.Person ?? "")))
            .OrderBy(g => g.WorkingDays)
            .ToList();
        var unpopular = Domain.UnpopularTurns.Of(TeamRota.DutyOf(duty));
        var begin = turns.Count == 0 ? today : turns[0].Date;
        var steady = duty
            .Members.Where(m =>
                m.TakesPart(begin) && m.TakesPart(to) && people.GetValueOrDefault(m.Handle)?.Share is null or 1
            )
            .Select(m => m.Handle)
            .ToList();
        return new(
            begin,
            to,
            gaps.Count == 0 ? null : gaps[gaps.Count / 2].WorkingDays,
            gaps.LastOrDefault(),
            aim,
            aim is { } most ? [.. Over(most, duty, turns, gaps, begin, to)] : [],
            duty.Members.Count(m => m.TakesPart(today)),
            Counted(steady, turns),
            [
                .. elsewhere
                    .Select(t => t.Person!)
                    .Distinct(StringComparer.Ordinal)
                    .Order(StringComparer.Ordinal)
                    .Select(p => new Carried(p, turns.Count(t => t.Person == p), elsewhere.Count(t => t.Person == p))),
            ],
            Counted(steady, turns.Where(t => unpopular(t.Date))),
            [.. turns.Where(t => t.Date >= today && t.Person is null)]
        );
    }

    /// <summary>Also who has no turn at all in a time longer than the aim.</summary>
    private static IEnumerable<string> Over(
        int aim,
        RotaFacts duty,
        IReadOnlyList<PlannedTurn> turns,
        IEnumerable<Gap> gaps,
        LocalDate begin,
        LocalDate to
    )
    {
        var never = duty
            .Members.Where(m => m.TakesPart(to) && turns.All(t => t.Person != m.Handle))
            .Where(m => duty.Hours.WorkingDaysBetween(LocalDate.Max(m.JoinedOn, begin), to) > aim)
            .Select(m => m.Handle);
        return never
            .Concat(gaps.Where(g => g.WorkingDays > aim).Reverse().Select(g => g.Person))
            .Distinct(StringComparer.Ordinal);
    }

    private static Spread? Counted(List<string> people, IEnumerable<PlannedTurn> turns)
    {
        var counts = turns.ToLookup(t => t.Person, StringComparer.Ordinal);
        return Spread.Of(people.ConvertAll(p => counts[p].Count()));
    }
}
