namespace DutyGuy.Commands.Demo;

/// <summary>The commits of the Clinic's history that the demo speaks of.</summary>
public enum ClinicRole
{
    /// <summary>What runs in production in the morning; the last commit of the day before.</summary>
    Release1,

    /// <summary>Fails its self-tests.</summary>
    Red,

    /// <summary>Passes them again.</summary>
    Mend,

    /// <summary>Makes GET /search slower.</summary>
    Slow,

    /// <summary>GET /patients/{id}/documents throws for papers without a note.</summary>
    Throws,

    /// <summary>What ships at 16:00; the last commit of the day.</summary>
    Release2,
}
