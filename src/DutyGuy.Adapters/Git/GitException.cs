namespace DutyGuy.Adapters.Git;

/// <summary>Git could not do it; the message says what, where and how to mend, without secrets.</summary>
public sealed class GitException : Exception
{
    public GitException(string message)
        : base(message) { }

    public GitException(string message, Exception inner)
        : base(message, inner) { }

    public GitException() { }
}
