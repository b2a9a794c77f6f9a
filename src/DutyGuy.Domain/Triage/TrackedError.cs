using NodaTime;

namespace DutyGuy.Domain;

/// <summary>A group of equal errors of one project in one environment.</summary>
public sealed record TrackedError
{
    /// <summary>Number of the error.</summary>
    public long Id { get; init; }

    /// <summary>The project that sent it.</summary>
    public required int Project { get; init; }

    /// <summary>The environment, as the event says it.</summary>
    public required string Environment { get; init; }

    /// <summary>Type and message: see <see cref="ErrorTitle"/>.</summary>
    public required string Title { get; init; }

    /// <summary>Where: a line of the repository (see <see cref="ErrorPlace"/>), or the endpoint.</summary>
    public string Culprit { get; init; } = "";

    /// <summary>Where the life stands.</summary>
    public ErrorStatus Status { get; init; } = ErrorStatus.Open;

    /// <summary>Beginning of the current life; age counts from here.</summary>
    public required Instant CreatedAt { get; init; }

    /// <summary>First sighting ever.</summary>
    public required Instant FirstSeen { get; init; }

    /// <summary>Last sighting.</summary>
    public required Instant LastSeen { get; init; }

    /// <summary>1 for the first life, one more for each regression.</summary>
    public int Life { get; init; } = 1;

    /// <summary>When the current life began by a regression.</summary>
    public Instant? RegressedAt { get; init; }

    /// <summary>Release in which the current life began.</summary>
    public string? FirstRelease { get; init; }

    /// <summary>Release that was running when it was resolved.</summary>
    public string? ResolvedInRelease { get; init; }

    /// <summary>When it was resolved last; what happened before does not open it again.</summary>
    public Instant? ResolvedAt { get; init; }

    /// <summary>Events seen in all.</summary>
    public long Events { get; init; }

    /// <summary>Different people hit, counted by a keyed hash.</summary>
    public long Users { get; init; }

    /// <summary>Users when the owner took it (for "ten times the users").</summary>
    public long? UsersWhenTaken { get; init; }

    /// <summary>Who owns it.</summary>
    public string? Assignee { get; init; }

    /// <summary>How the owner came to it.</summary>
    public Ownership Ownership { get; init; }

    /// <summary>Day on which the owner said it is done by.</summary>
    public LocalDate? DueOn { get; init; }

    /// <summary>Life whose conclusions are filed.</summary>
    public int? TicketLife { get; init; }

    /// <summary>Held open by the tracker before it was connected: folded into one line.</summary>
    public bool Baseline { get; init; }

    /// <summary>Frames of the newest event, top first.</summary>
    public IReadOnlyList<Frame> Frames { get; init; } = [];

    /// <summary>Endpoint or page where it was last seen.</summary>
    public string? Endpoint { get; init; }

    /// <summary>Support contacts that were fed for it (see <c>signals/number</c>).</summary>
    public long? SupportContacts { get; init; }

    /// <summary>The error that it is a part of since a person said that both are one.</summary>
    public long? MergedInto { get; init; }

    /// <summary>Who was asked about this life while its events were another error's: nobody is asked twice.</summary>
    public IReadOnlyList<string> Asked { get; init; } = [];
}

/// <summary>Where the life of an error stands.</summary>
public enum ErrorStatus
{
    /// <summary>It happens, or nobody said otherwise.</summary>
    Open,

    /// <summary>Somebody says it is mended.</summary>
    Resolved,

    /// <summary>Not an error; stays so.</summary>
    Ignored,

    /// <summary>A part of another error (<see cref="TrackedError.MergedInto"/>).</summary>
    Merged,
}

/// <summary>How an owner came to an error.</summary>
public enum Ownership
{
    /// <summary>Nobody owns it.</summary>
    None,

    /// <summary>Asked, has not answered.</summary>
    Poked,

    /// <summary>Said "taken".</summary>
    Taken,

    /// <summary>Said "later today".</summary>
    Later,

    /// <summary>Named by somebody or by the tracker, never poked.</summary>
    Named,
}
