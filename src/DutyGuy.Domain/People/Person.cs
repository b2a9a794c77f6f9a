using NodaTime;

namespace DutyGuy.Domain;

/// <summary>Somebody of the team; who left stays, so that the past keeps its names.</summary>
public sealed record Person
{
    /// <summary>Short name used everywhere, for instance <c>mel</c>.</summary>
    public required string Handle { get; init; }

    /// <summary>What others call them; the handle with a capital when nothing was given.</summary>
    public required string Name { get; init; }

    /// <summary>Mail addresses; the first receives mail, all join commits to the person.</summary>
    public IReadOnlyList<string> Emails { get; init; } = [];

    /// <summary>IANA zone of the person; the duty's when null.</summary>
    public string? Zone { get; init; }

    /// <summary>First day in the team.</summary>
    public LocalDate JoinedOn { get; init; }

    /// <summary>When they were added here; nobody is next in a rota for the time before.</summary>
    public Instant AddedAt { get; init; }

    /// <summary>Last day in the team, null while here.</summary>
    public LocalDate? LeftOn { get; init; }

    /// <summary>Days of the week they work; the duty's when null.</summary>
    public IReadOnlyList<IsoDayOfWeek>? WorkingDays { get; init; }

    /// <summary>Part of a full share of turns, above 0 up to 1.</summary>
    public double Share { get; init; } = 1;

    /// <summary>Country or region whose public holidays they are off on, such as <c>FR</c> or <c>DE-BY</c>.</summary>
    public string? Holidays { get; init; }

    /// <summary>What they know well.</summary>
    public IReadOnlyList<string> Skills { get; init; } = [];

    /// <summary>Their team.</summary>
    public string? Team { get; init; }

    /// <summary>Names elsewhere, by product (github, slack, ...).</summary>
    public IReadOnlyDictionary<string, string> Accounts { get; init; } = new Dictionary<string, string>();

    /// <summary>What they may do.</summary>
    public Role Role { get; init; } = Role.Engineer;

    /// <summary>Their last day is over: they may not come in any more.</summary>
    public bool HasLeftBy(LocalDate date) => LeftOn < date;

    /// <summary>Whether they are in the team on a day (absences not looked at).</summary>
    public bool IsInTeamOn(LocalDate date) => date >= JoinedOn && (LeftOn is null || date <= LeftOn);
}
