namespace DutyGuy.Store;

/// <summary>A stored playbook that this version of the program cannot read: its duty stands still, the others do not.</summary>
public sealed class UnreadablePlaybookException(string duty, int number, string problem)
    : Exception(
        $"Version {number} of the playbook of {duty} cannot be read. {problem} Publish a mended version; it counts at once."
    )
{
    /// <summary>The version.</summary>
    public int Number => number;
}
