namespace DutyGuy.Domain;

/// <summary>Reads the Markdown of a playbook; never throws on its content.</summary>
public static class PlaybookParser
{
    /// <summary>Reads files by name: <c>duty.md</c>, <c>checklists/rollout.md</c> and so on.</summary>
    public static PlaybookReading Parse(IReadOnlyDictionary<string, string> files) =>
        throw new NotSupportedException("being built");
}
