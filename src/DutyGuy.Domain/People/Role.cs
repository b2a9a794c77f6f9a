namespace DutyGuy.Domain;

/// <summary>What an account or a token may do; each role may all that the one before may.</summary>
public enum Role
{
    /// <summary>Reads everything but secrets, tokens and audit.</summary>
    Viewer,

    /// <summary>Acts: turns, board while on duty, own entries.</summary>
    Engineer,

    /// <summary>Decides the playbook and the rota of others.</summary>
    ProcessOwner,

    /// <summary>People, tokens, connections, settings, audit.</summary>
    Administrator,
}
