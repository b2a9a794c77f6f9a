using NodaTime;

namespace DutyGuy.Domain;

/// <summary>Working days from one turn of a person to their next, the later one counted.</summary>
public sealed record Gap(string Person, LocalDate From, LocalDate To, int WorkingDays);

/// <summary>How often it is somebody's turn; the aim of a duty is a gap of at most 25 working days.</summary>
public static class Gaps
{
    /// <summary>All gaps between the given turns, by the date of the later turn.</summary>
    public static IReadOnlyList<Gap> Of(DutyHours hours, IEnumerable<PlannedTurn> turns)
    {
        var last = new Dictionary<string, LocalDate>(StringComparer.Ordinal);
        var gaps = new List<Gap>();
        foreach (var turn in turns.OrderBy(turn => turn.Date))
        {
            if (turn.Person is not { } person)
                continue;
            if (last.TryGetValue(person, out var from))
                gaps.Add(new(person, from, turn.Date, hours.WorkingDaysBetween(from, turn.Date)));
            last[person] = turn.Date;
        }
        return gaps;
    }
}
