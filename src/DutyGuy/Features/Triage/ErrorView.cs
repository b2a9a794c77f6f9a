using System.Text.Json;
using DutyGuy.Adapters.Sentry;
using DutyGuy.Domain;
using DutyGuy.Web;
using NodaTime;

namespace DutyGuy.Features.Triage;

/// <summary>An error as its readers see it.</summary>
record ErrorView
{
    public required long Id { get; init; }
    public required string Title { get; init; }
    public required string Culprit { get; init; }
    public required string Project { get; init; }
    public required string Environment { get; init; }
    public required ErrorStatus Status { get; init; }
    public required Instant CreatedAt { get; init; }
    public required Instant FirstSeen { get; init; }
    public required Instant LastSeen { get; init; }
    public Instant? RegressedAt { get; init; }
    public required int Life { get; init; }
    public required long Events { get; init; }
    public required long Users { get; init; }
    public long? SupportContacts { get; init; }
    public string? Assignee { get; init; }
    public required Ownership Ownership { get; init; }
    public LocalDate? DueOn { get; init; }
    public string? Endpoint { get; init; }
    public required string Url { get; init; }

    /// <summary>The error that it is a part of; that one has its events.</summary>
    public long? MergedInto { get; init; }

    public static ErrorView Of(TrackedError e, string project, PublicAddress address) => Fill(e, project, address);

    /// <summary>With why it is one, the last events, whom we asked, and the tickets.</summary>
    public static ErrorDetail Of(
        TrackedError e,
        string project,
        PublicAddress address,
        GroupingView grouping,
        IReadOnlyList<ErrorEvent> lastEvents,
        IReadOnlyList<Poke> pokes,
        IReadOnlyList<Ticket> tickets
    ) =>
        Fill(e, project, address) with
        {
            Why = grouping.Why,
            Variants = grouping.Variants,
            Regroupings = grouping.Regroupings,
            LastEvents =
            [
                .. lastEvents.Select(v => new EventView(v.EventId, v.At, v.Release, KeptEvent.Shown(v.Json))),
            ],
            Frames = [.. e.Frames.Select(ErrorPlace.Shown)],
            Pokes = [.. pokes.Select(p => new AskedView(p.Id, p.Person, p.By, p.At, p.AnswerBy, p.Answer, p.Who))],
            Tickets = [.. tickets.Select(t => TicketView.Of(t, address))],
        };

    static ErrorDetail Fill(TrackedError e, string project, PublicAddress address) =>
        new()
        {
            Id = e.Id,
            Title = e.Title,
            Culprit = e.Culprit,
            Project = project,
            Environment = e.Environment,
            Status = e.Status,
            CreatedAt = e.CreatedAt,
            FirstSeen = e.FirstSeen,
            LastSeen = e.LastSeen,
            RegressedAt = e.RegressedAt,
            Life = e.Life,
            Events = e.Events,
            Users = e.Users,
            SupportContacts = e.SupportContacts,
            Assignee = e.Assignee,
            Ownership = e.Ownership,
            DueOn = e.DueOn,
            Endpoint = e.Endpoint,
            Url = address.To($"/triage/{e.Id}"),
            MergedInto = e.MergedInto,
        };
}

/// <summary>One error with all that is known of it.</summary>
sealed record ErrorDetail : ErrorView
{
    /// <summary>Why its events are one; null while none is kept.</summary>
    public WhyView? Why { get; init; }

    /// <summary>Kinds of its kept events, by which it can be split.</summary>
    public IReadOnlyList<ErrorVariant> Variants { get; init; } = [];

    /// <summary>What people merged and split, oldest first.</summary>
    public IReadOnlyList<RegroupingView> Regroupings { get; init; } = [];
    public IReadOnlyList<EventView> LastEvents { get; init; } = [];
    public IReadOnlyList<Frame> Frames { get; init; } = [];
    public IReadOnlyList<AskedView> Pokes { get; init; } = [];
    public IReadOnlyList<TicketView> Tickets { get; init; } = [];
}

/// <summary>One event, people's data not in it.</summary>
sealed record EventView(string EventId, Instant At, string? Release, JsonElement Event);

/// <summary>Who was asked about it, and what they said; more at <c>pokes/{id}</c>.</summary>
sealed record AskedView(
    long Id,
    string Person,
    string By,
    Instant At,
    Instant AnswerBy,
    PokeAnswer? Answer,
    string? Who
);
