using System.Globalization;
using NodaTime;

namespace DutyGuy.Domain;

/// <summary>Who waits since when, while a plan is being made day by day. Lives for one plan only.</summary>
internal sealed class TurnQueue(RotaFacts facts)
{
    private readonly DutyHours hours = facts.Hours;
    private readonly Dictionary<string, LocalDate> place = facts
        .Members.GroupBy(member => member.Handle, StringComparer.Ordinal)
        .ToDictionary(same => same.Key, same => same.First().JoinedOn, StringComparer.Ordinal);
    private readonly Dictionary<string, Member> members = facts
        .Members.GroupBy(member => member.Handle, StringComparer.Ordinal)
        .ToDictionary(same => same.Key, same => same.First(), StringComparer.Ordinal);
    private readonly ILookup<string, Absence> absences = facts.Absences.ToLookup(
        absence => absence.Person,
        StringComparer.Ordinal
    );
    private readonly HashSet<string> passedOver = new(StringComparer.Ordinal);
    private string? yesterday;

    /// <summary>Joined after the rota began, not with its first people, and had no turn yet: a shadow day comes before the first.</summary>
    public HashSet<string> Newcomers { get; } =
        facts
            .Members.Where(member => IsNewcomer(facts, member))
            .Select(member => member.Handle)
            .ToHashSet(StringComparer.Ordinal);

    /// <summary>Whether somebody joined a rota that ran, and not with its first people.</summary>
    public static bool IsNewcomer(RotaFacts facts, Member member) =>
        member.JoinedOn >= facts.FirstDay && !RotaLaps.IsFirstImport(facts, member.JoinedOn);

    /// <summary>Takes part, works on this day, and is not away.</summary>
    public bool IsIn(string person, LocalDate date) =>
        members.TryGetValue(person, out var member) && member.TakesPart(date) && AwayBecause(member, date) is null;

    /// <summary>A turn that is known: a past one, or one decided by people. It uses up the place of insteadOf, else of the person.</summary>
    public PlannedTurn Fix(LocalDate date, string? person, string? insteadOf, string? why)
    {
        if (person is not null)
            Use(person, insteadOf ?? person, date);
        else
            yesterday = null;
        return new(date, person, Why: why);
    }

    /// <summary>The turn of whoever waits longest; two successive days for one person only if nobody else is in.</summary>
    public PlannedTurn Pick(LocalDate date, string? tomorrow, string? decidedButAway)
    {
        var before = hours.PreviousWorkingDay(date);
        var taking = members.Values.Where(member => member.TakesPart(date)).ToList();
        if (taking.Count == 0)
            return Fix(date, null, null, "nobody takes part in this duty on this day");
        (int, LocalDate, LocalDate, string) Rank(Member member) =>
            (Unsuited(member, before, tomorrow), place[member.Handle], member.JoinedOn, member.Handle);
        var first = taking.MinBy(Rank)!;
        var chosen = taking.Where(member => AwayBecause(member, date) is null).MinBy(Rank);
        if (chosen is null)
            return Fix(date, null, null, "nobody is in: everybody is away on this day");
        var why = Why(date, first, chosen, decidedButAway);
        return Fix(date, chosen.Handle, null, why);
    }

    // 0 suits; higher is worse. The order of the queue decides only among equals.
    private int Unsuited(Member member, LocalDate before, string? tomorrow)
    {
        var successive = member.Handle == yesterday || member.Handle == tomorrow;
        var noShadowDay = Newcomers.Contains(member.Handle) && !IsIn(member.Handle, before);
        return (successive ? 2 : 0) + (noShadowDay ? 1 : 0);
    }

    private string? Why(LocalDate date, Member first, Member chosen, string? decidedButAway)
    {
        if (decidedButAway is not null)
            return $"moved: {decidedButAway} is away";
        if (passedOver.Remove(chosen.Handle))
            return $"moved: {chosen.Handle} was away";
        // Said once: the turns behind only follow.
        return first != chosen && AwayBecause(first, date) is { } cause && passedOver.Add(first.Handle)
            ? $"moved: {first.Handle} {cause}"
            : null;
    }

    private string? AwayBecause(Member member, LocalDate date) =>
        member.WorkingDays?.Contains(date.DayOfWeek) == false
            ? $"does not work on {date.ToString("dddd", CultureInfo.InvariantCulture)}"
        : member.Holidays?.Names.GetValueOrDefault(date) is { } holiday ? $"has a holiday ({holiday})"
        : absences[member.Handle].Any(absence => absence.Covers(date)) ? "is away"
        : null;

    private void Use(string person, string placeOf, LocalDate date)
    {
        place[placeOf] = date;
        yesterday = person;
    }
}
