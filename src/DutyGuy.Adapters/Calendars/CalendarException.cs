namespace DutyGuy.Adapters.Calendars;

/// <summary>A calendar that cannot be read; the message says where and why.</summary>
public sealed class CalendarException : Exception
{
    public CalendarException(string message)
        : base(message) { }

    public CalendarException(int line, string what)
        : base($"Line {line} of the calendar {what}") { }
}
