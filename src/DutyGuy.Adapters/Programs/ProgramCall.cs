using System.Collections.ObjectModel;

namespace DutyGuy.Adapters.Programs;

/// <summary>A program to run: the argument list that its owner wrote, with the placeholders filled.</summary>
/// <param name="Arguments">The program first.</param>
/// <param name="Environment">Added to the server's own, without the server's DUTY_ settings.</param>
public sealed record ProgramCall(
    IReadOnlyList<string> Arguments,
    string WorkingDirectory,
    IReadOnlyDictionary<string, string> Environment,
    TimeSpan Timeout
)
{
    public ProgramCall(IReadOnlyList<string> arguments, string workingDirectory, TimeSpan timeout)
        : this(arguments, workingDirectory, ReadOnlyDictionary<string, string>.Empty, timeout) { }
}

/// <summary>Where a line of output came from.</summary>
public enum ProgramStream
{
    /// <summary>Standard output.</summary>
    Output,

    /// <summary>Standard error.</summary>
    Error,
}

/// <summary>What came of a program. Only exit code 0 is done.</summary>
/// <param name="ExitCode">Null when it did not start or was ended by us.</param>
/// <param name="Started">False: nothing ran, so nothing happened.</param>
/// <param name="Why">What went wrong and how to mend it; null when it ended with 0.</param>
public sealed record ProgramResult(int? ExitCode, bool TimedOut, bool Started, string? Why);
