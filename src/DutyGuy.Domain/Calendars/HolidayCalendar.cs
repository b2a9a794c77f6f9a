using NodaTime;

namespace DutyGuy.Domain;

/// <summary>A country, or a part of one, whose public holidays are known: <c>DE-BY</c> is Germany, Bayern.</summary>
public sealed record HolidayPlace(string Code, string Name);

/// <summary>The public holidays of a place that are whole days off, with their names in English.</summary>
public sealed record HolidayCalendar(HolidayPlace Place, IReadOnlyDictionary<LocalDate, string> Names)
{
    /// <summary>The dates alone, to be asked often.</summary>
    public required IReadOnlySet<LocalDate> Dates { get; init; }
}
