namespace DutyGuy.Commands.Demo;

/// <summary>Something in the demo did not come out as it should; the message says what, in a sentence.</summary>
public sealed class NotAsTold : Exception
{
    public NotAsTold(string message)
        : base(message) { }

    public NotAsTold(string message, Exception inner)
        : base(message, inner) { }

    public NotAsTold() { }
}
