namespace DutyGuy.Adapters.Calendars;

/// <summary>What came of asking for a calendar.</summary>
public abstract record CalendarAnswer
{
    private CalendarAnswer() { }

    /// <summary>The whole calendar as text.</summary>
    public sealed record Whole(string Text, string? ETag) : CalendarAnswer;

    /// <summary>The version that was read before is the newest.</summary>
    public sealed record Unchanged : CalendarAnswer;

    /// <summary>What is wrong, where, and how to mend it; without the address but its host.</summary>
    public sealed record Failed(string Why) : CalendarAnswer;
}
