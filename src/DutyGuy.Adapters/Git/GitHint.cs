namespace DutyGuy.Adapters.Git;

/// <summary>How to mend what git complains of.</summary>
internal static class GitHint
{
    private static readonly (string Said, string Hint)[] Known =
    [
        ("does not appear to be a git repository", "Is the address right, and is there a repository?"),
        ("does not exist", "Is the address right, and is there a repository?"),
        ("could not read Username", "The repository asks for a password: give the server a read-only token or key."),
        ("Authentication failed", "The token or key is wrong or has expired: give the server a new one."),
        ("Permission denied", "Give the user that the server runs as a key or the right to read there."),
        ("dubious ownership", "The folder belongs to another user: git config --global --add safe.directory FOLDER."),
        ("Could not resolve host", "Is the name right, and does this machine resolve it?"),
        ("not a git repository", "The copy is damaged: delete its folder, the next fetch makes it anew."),
        ("unknown revision", "Has the branch been deleted, or was the copy not fetched since?"),
        ("bad object", "Has the branch been deleted, or was the copy not fetched since?"),
        ("Not a valid commit name", "Has the branch been deleted, or was the copy not fetched since?"),
        ("No space left", "Free space on the disk of the server."),
    ];

    public static string For(string said) =>
        Known.FirstOrDefault(known => said.Contains(known.Said, StringComparison.OrdinalIgnoreCase)).Hint ?? "";
}
