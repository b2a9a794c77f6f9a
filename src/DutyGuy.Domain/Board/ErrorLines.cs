using NodaTime;

namespace DutyGuy.Domain;

/// <summary>A line of the board about an error, and whether it is somebody else's.</summary>
sealed record ErrorLine(BoardLine Line, bool Others);

/// <summary>How a rule's word on an error becomes a line: to find an owner, to write up, to ask, or somebody else's.</summary>
static class ErrorLines
{
    /// <summary>Null when the error asks for nothing any more.</summary>
    public static ErrorLine? Of(RuleLine line, TrackedError error, DutyFacts facts)
    {
        var writeUp = IsWriteUp(line);
        if (error.TicketLife == error.Life && (writeUp || error.Assignee is null))
            return null;
        if (error.Assignee is null || line.State == RuleLineState.CannotTell)
            return new(ToDo(line, error, writeUp), Others: false);
        if (OwnerIsDue(error, facts))
            return new(Ask(line, error, facts), Others: false);
        return writeUp && TurnedOldBefore(line.Rule, error, facts)
            ? new(ToDo(line, error, writeUp), Others: false)
            : new(Owned(error, line.Rule.Id, facts), Others: true);
    }

    /// <summary>Old: it is written up instead of finding an owner.</summary>
    public static bool IsWriteUp(RuleLine line) => line.Actions.Any(ErrorAsks.AsksWriteUp);

    /// <summary>Whether the owner should be asked: overdue, ten times the users, or "later today" when it is late.</summary>
    public static bool OwnerIsDue(TrackedError error, DutyFacts facts) =>
        error is { Status: ErrorStatus.Open, Assignee: not null }
        && (
            ErrorLife.NeedsAsking(error, facts.Today)
            || (error.Ownership == Ownership.Later && facts.Now >= HouseRules.LaterToday(facts.Rota.Hours, facts.Today))
        );

    /// <summary>What the tracker held before it was connected, in one line with its true count.</summary>
    public static IEnumerable<BoardLine> Baseline(IReadOnlyList<(RuleLine Line, TrackedError Error)> found)
    {
        if (found.Count == 0)
            yield break;
        yield return new BoardLine
        {
            Rule = found[0].Line.Rule.Id,
            Title = $"{found.Count:N0} from before",
            Why = $"Open in {found[0].Error.Environment} when it was connected. The number only shrinks.",
            Since = found.Min(f => f.Error.CreatedAt),
            State = found[0].Line.State == RuleLineState.Waiting ? LineState.Waiting : LineState.Now,
            Environment = found[0].Error.Environment,
            Count = found.Count,
        };
    }

    public static BoardLine Owned(TrackedError error, string rule, DutyFacts facts) =>
        Line(rule, error) with
        {
            Title = error.Title,
            Why = error.Ownership switch
            {
                Ownership.Poked => $"{Name(error, facts)} was poked, no answer yet.",
                Ownership.Taken => $"{Name(error, facts)} took it.",
                Ownership.Later => $"{Name(error, facts)} looks at it later today.",
                _ => $"{Name(error, facts)} owns it.",
            },
        };

    static BoardLine ToDo(RuleLine line, TrackedError error, bool writeUp) =>
        Line(line.Rule.Id, error) with
        {
            Title = $"{Verb(line, writeUp)}: {error.Title}",
            Why = Impact(error),
            State = StateOf(line),
            Actions = line.State == RuleLineState.CannotTell ? [] : [.. line.Actions.Select(a => a.Words)],
        };

    static string Verb(RuleLine line, bool writeUp) =>
        writeUp ? "Write up"
        : line.State == RuleLineState.CannotTell || line.Actions.Any(ErrorAsks.AsksOwner) ? "Find an owner"
        : line.Rule.Title;

    public static BoardLine Ask(RuleLine line, TrackedError error, DutyFacts facts) =>
        Line(line.Rule.Id, error) with
        {
            Title = $"Ask {Name(error, facts)}: {error.Title}",
            Why =
                error.Ownership == Ownership.Later
                    ? "They said later today."
                    : $"{Impact(error)} It is overdue or grew tenfold.",
            State = StateOf(line),
            Actions = ["ask"],
        };

    static LineState StateOf(RuleLine line) =>
        line.State switch
        {
            RuleLineState.Waiting => LineState.Waiting,
            RuleLineState.CannotTell => LineState.CannotTell,
            _ => LineState.Now,
        };

    static BoardLine Line(string rule, TrackedError error) =>
        new()
        {
            Rule = rule,
            Subject = error.Id.ToString(),
            Title = error.Title,
            Why = "",
            Since = error.CreatedAt,
            State = LineState.Now,
            Person = error.Assignee,
            Environment = error.Environment,
        };

    static string Impact(TrackedError error)
    {
        var support = error.SupportContacts is { } n and > 0
            ? $", {n} support {(n == 1 ? "contact" : "contacts")}"
            : "";
        var users = error.Users == 1 ? "1 user" : $"{error.Users:N0} users";
        var events = error.Events == 1 ? "1 event" : $"{error.Events:N0} events";
        return $"{error.Environment}, {users}, {events}{support}.";
    }

    /// <summary>An owned error that turned old asks its owner first; the duty on the next working day.</summary>
    public static bool TurnedOldBefore(Rule rule, TrackedError error, DutyFacts facts)
    {
        var old = facts.Rota.Hours.DateOf(ErrorAsks.OldSince(rule, error, facts.Now));
        return facts.Today > old && facts.Rota.Hours.WorkingDaysBetween(old, facts.Today) >= 1;
    }

    static string Name(TrackedError error, DutyFacts facts) =>
        facts.People.TryGetValue(error.Assignee ?? "", out var person) ? person.Name : error.Assignee ?? "Nobody";
}
