using NodaTime;

namespace DutyGuy.Domain;

/// <summary>
/// The laps of a duty's rota, from its first day on: as many of its days as people take part when the lap begins. They follow
/// from the facts, so that every plan has the same ones.
/// </summary>
static class RotaLaps
{
    /// <summary>A first import, and who joins in these first days, take part at once.</summary>
    public const int DaysOfBeginning = 20;

    const int MostAnnounced = 20;
    const int FewestAnnounced = 6;

    /// <summary>The first days of the laps, in order; the last one lies on or behind the date.</summary>
    public static IEnumerable<LocalDate> Begins(
        RotaFacts duty,
        IReadOnlyDictionary<string, Person> people,
        LocalDate until
    )
    {
        var begins = duty.Hours.NextWorkingDay(duty.FirstDay.PlusDays(-1));
        while (begins < until)
        {
            yield return begins;
            begins = duty.Hours.AddWorkingDays(begins, Length(duty, people, begins));
        }
        yield return begins;
    }

    /// <summary>How many days a lap has that begins on the date.</summary>
    public static int Length(RotaFacts duty, IReadOnlyDictionary<string, Person> people, LocalDate date) =>
        PlanLaps.Length(
            duty.Members.Where(m => m.TakesPart(date)).Sum(m => people.GetValueOrDefault(m.Handle)?.Share ?? 1)
        );

    /// <summary>Working days ahead within which a turn moves only when its person cannot: two laps, six to twenty days.</summary>
    public static int Announced(RotaFacts duty, IReadOnlyDictionary<string, Person> people, LocalDate today) =>
        Math.Clamp(2 * Length(duty, people, today), FewestAnnounced, MostAnnounced);

    /// <summary>Whether those who joined on a date are the team and no newcomers: in the beginning, and at least as many as were there.</summary>
    public static bool IsFirstImport(RotaFacts duty, LocalDate date) =>
        IsBeginning(duty, date)
        && duty.Members.Count(m => m.JoinedOn == date) >= duty.Members.Count(m => m.JoinedOn < date);

    /// <summary>Whether the duty began so lately that who joins is dealt in at once.</summary>
    public static bool IsBeginning(RotaFacts duty, LocalDate date) =>
        date < duty.Hours.AddWorkingDays(duty.FirstDay, DaysOfBeginning);
}
