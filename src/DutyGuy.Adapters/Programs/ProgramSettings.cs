namespace DutyGuy.Adapters.Programs;

/// <summary>How one environment is deployed to.</summary>
/// <param name="RollBack">Null: rolling back is done by hand.</param>
/// <param name="Timeout">How long the program may run, and how long a word of a system that it asked is waited for.</param>
/// <param name="EndIsTold">The program only asks another system: 0 says that it asked, the end comes by words.</param>
public sealed record DeployProgram(
    IReadOnlyList<string> Run,
    IReadOnlyList<string>? RollBack,
    TimeSpan Timeout,
    bool EndIsTold = false
);

/// <summary>How the commits of one repository are built and tested.</summary>
public sealed record CiProgram(IReadOnlyList<string> Run, TimeSpan Timeout);

/// <summary>The programs that who runs the machine allows, by environment and by repository.</summary>
public sealed record ProgramSettings(
    IReadOnlyDictionary<string, DeployProgram> Deploy,
    IReadOnlyDictionary<string, CiProgram> Ci
)
{
    /// <summary>Nothing may be run.</summary>
    public static ProgramSettings None { get; } =
        new(
            new Dictionary<string, DeployProgram>(StringComparer.Ordinal),
            new Dictionary<string, CiProgram>(StringComparer.Ordinal)
        );
}

/// <summary>The settings are wrong; the message lists every mistake with its place.</summary>
public sealed class ProgramSettingsException : Exception
{
    public ProgramSettingsException(string message)
        : base(message) { }

    public ProgramSettingsException(string message, Exception inner)
        : base(message, inner) { }

    public ProgramSettingsException() { }
}
