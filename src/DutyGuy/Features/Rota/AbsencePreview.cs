using DutyGuy.Domain;
using NodaTime;
using NodaTime.Text;

namespace DutyGuy.Features.Rota;

/// <summary>An absence that somebody thinks of, and what it would move.</summary>
public sealed record AbsencePreview(LocalDate From, LocalDate To, string? Why, WhatIf Change)
{
    /// <summary>What would move.</summary>
    internal RotaPreview? Moves { get; init; }

    /// <summary>Null when nobody, or no first day, is named; one day when the last is left out.</summary>
    public static AbsencePreview? Asked(string? person, string? from, string? to, string? why)
    {
        if (person is null || !LocalDatePattern.Iso.Parse(from ?? "").TryGetValue(default, out var first))
            return null;
        var last = LocalDatePattern.Iso.Parse(to ?? "").TryGetValue(first, out var day) ? day : first;
        return new(
            first,
            last,
            why,
            new WhatIf
            {
                Person = person,
                AwayFrom = first,
                AwayTo = last,
            }
        );
    }
}
