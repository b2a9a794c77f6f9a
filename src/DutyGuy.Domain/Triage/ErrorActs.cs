namespace DutyGuy.Domain;

/// <summary>What a person does with an error: who may, and what comes of it. Pressed again nothing happens.</summary>
public static class ErrorActs
{
    /// <summary>Asks somebody whether it is theirs; only who is on duty.</summary>
    public static Outcome<Decision> Poke(DutyFacts facts, TrackedError error, string by, string person) =>
        RolloutStart.NotOnDuty(facts, by) is { } refusal ? refusal : Pokes.Ask(facts, error, person, by);

    /// <summary>Names the owner; null takes the name away. Who is on duty, or the owner who hands on.</summary>
    public static Outcome<Decision> Assign(DutyFacts facts, TrackedError error, string by, string? person)
    {
        var owns = error.Assignee == by && person is not null;
        if (!owns && RolloutStart.NotOnDuty(facts, by) is { } refusal)
            return refusal;
        if (person == error.Assignee)
            return Decision.None;
        if (person is null)
            return Unassigned(facts, error, by);
        // Who is on duty takes an error without being asked.
        return person == by ? Pokes.Ask(facts, error, person, by) : Named(facts, error, by, person);
    }

    /// <summary>Files what was found, once in a life; only who is on duty, or the owner.</summary>
    public static Outcome<Decision> Conclude(DutyFacts facts, TrackedError error, string by, string text)
    {
        if (error.Assignee != by && RolloutStart.NotOnDuty(facts, by) is { } refusal)
            return refusal;
        if (error.TicketLife == error.Life)
            return Decision.None;
        if (string.IsNullOrWhiteSpace(text))
            return Refusal.Invalid("What did you find? One sentence is enough.", "text");
        if (error.Status != ErrorStatus.Open)
            return Refusal.Conflict("The error is not open any more.");
        return Filed(facts, error, by, text.Trim());
    }

    /// <summary>It is mended in what runs now; who is on duty, or the owner at any time.</summary>
    public static Outcome<Decision> Resolve(DutyFacts facts, TrackedError error, string by, string? release) =>
        End(facts, error, by, ErrorLife.Resolve(error, release, facts.Now), FactKind.ErrorResolved, "resolved");

    /// <summary>It is no error, for good; who is on duty, or the owner at any time.</summary>
    public static Outcome<Decision> Ignore(DutyFacts facts, TrackedError error, string by) =>
        End(facts, error, by, ErrorLife.Ignore(error), FactKind.ErrorIgnored, "marked as no error");

    /// <summary>Why somebody may not: only who is on duty, or who owns one of the errors.</summary>
    internal static Refusal? NotTheirs(DutyFacts facts, string by, params ReadOnlySpan<TrackedError> errors)
    {
        foreach (var error in errors)
            if (error.Assignee == by)
                return null;
        return RolloutStart.NotOnDuty(facts, by);
    }

    static Outcome<Decision> End(
        DutyFacts facts,
        TrackedError error,
        string by,
        TrackedError ended,
        FactKind kind,
        string what
    )
    {
        if (NotTheirs(facts, by, error) is { } refusal)
            return refusal;
        if (error.Status == ended.Status)
            return Decision.None;
        var text = $"“{error.Title}” was {what} by {facts.NameOf(by)}.";
        return new Decision { Rows = [ended], Facts = [facts.Fact(kind, by, text, Subject(error))] };
    }

    static Decision Unassigned(DutyFacts facts, TrackedError error, string by)
    {
        var text = $"{facts.NameOf(by)} took {facts.NameOf(error.Assignee!)}'s name off “{error.Title}”.";
        return new()
        {
            Rows = [ErrorLife.Assign(error, null)],
            Facts = [facts.Fact(FactKind.Assigned, by, text, Subject(error))],
        };
    }

    static Outcome<Decision> Named(DutyFacts facts, TrackedError error, string by, string person)
    {
        if (Pokes.Refuse(facts, error, person) is { } refusal)
            return refusal;
        var text = $"{facts.NameOf(by)} assigned “{error.Title}” to {facts.NameOf(person)}.";
        return new Decision
        {
            Rows = [ErrorLife.Assign(error, person)],
            Facts = [facts.Fact(FactKind.Assigned, by, text, Subject(error))],
            Messages = [Pokes.Assignment(error, person, $"named by {by}")],
        };
    }

    static Decision Filed(DutyFacts facts, TrackedError error, string by, string text)
    {
        var ticket = new Ticket
        {
            ErrorId = error.Id,
            Life = error.Life,
            Title = error.Title,
            Text = text,
            Events = error.Events,
            Users = error.Users,
            By = by,
            At = facts.Now,
        };
        var fact = $"{facts.NameOf(by)} filed the conclusions on “{error.Title}”.";
        var (events, users) = (Count(error.Events, "event"), Count(error.Users, "user"));
        return new()
        {
            Rows = [error with { TicketLife = error.Life }, ticket],
            Facts = [facts.Fact(FactKind.TicketFiled, by, fact, Subject(error))],
            Messages =
            [
                new(
                    OutboxKind.Ticket,
                    EffectKeys.Ticket(error.Id, error.Life),
                    "tickets",
                    $"{error.Title}\n{text}\n{error.Environment}, {events}, {users}.",
                    $"/triage/{error.Id}"
                ),
            ],
        };
    }

    static string Count(long n, string what) => n == 1 ? $"1 {what}" : $"{n} {what}s";

    static string Subject(TrackedError error) => $"error:{error.Id}";
}
