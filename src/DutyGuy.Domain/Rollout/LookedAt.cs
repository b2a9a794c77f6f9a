namespace DutyGuy.Domain;

/// <summary>Gates that cannot tell and were looked at by a person: they pass without a reason.</summary>
public static class LookedAt
{
    /// <summary>What a person says instead.</summary>
    public const string Words = "I looked myself";

    /// <summary>Whether the gate passes by looking.</summary>
    public static bool Passes(Gate gate, IReadOnlyList<string> looked) =>
        gate.State == Tri.CannotTell && looked.Any(name => Names(gate, name));

    /// <summary>Why not: there is no such gate, or it does tell, and says no.</summary>
    public static Refusal? Wrong(IReadOnlyList<Gate> gates, IReadOnlyList<string> looked)
    {
        foreach (var name in looked)
        {
            var named = gates.Where(g => Names(g, name)).ToList();
            if (named.Count == 0)
                return Refusal.Conflict($"There is no gate “{name}”. Load the gates again.");
            if (named.FirstOrDefault(g => g.State == Tri.No) is { } shut)
                return Refusal.Conflict(
                    $"“{shut.Name}” can tell, and says no: {shut.Why} “{Words}” passes only a gate that cannot tell."
                );
        }
        return null;
    }

    static bool Names(Gate gate, string name) =>
        name == gate.Name || (gate.Step is { } step && string.Equals(step, name, StringComparison.Ordinal));
}
