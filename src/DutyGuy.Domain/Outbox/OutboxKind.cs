namespace DutyGuy.Domain;

/// <summary>Kinds of effects on the outside; the closed list of <c>outbox.kind</c>.</summary>
public enum OutboxKind
{
    /// <summary>A notice of a turn or of the board to one person.</summary>
    Notice,

    /// <summary>A question to one person.</summary>
    Poke,

    /// <summary>An owner set in the tracker.</summary>
    Assign,

    /// <summary>A ticket filed.</summary>
    Ticket,

    /// <summary>A deploy command run.</summary>
    Deploy,

    /// <summary>Words to the whole team: what ships.</summary>
    Announce,

    /// <summary>Any other message.</summary>
    Message,
}
