using DutyGuy.Domain;

namespace DutyGuy.Store;

/// <summary>Actions of steps for which something is connected on this server; the others are done by hand.</summary>
public sealed class ConnectedActions(IReadOnlySet<ActionKind> kinds)
{
    public IReadOnlySet<ActionKind> Kinds => kinds;
}
