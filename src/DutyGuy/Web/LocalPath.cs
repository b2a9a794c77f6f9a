namespace DutyGuy.Web;

/// <summary>Where a page may send somebody after a form: only within this server.</summary>
static class LocalPath
{
    /// <summary>The path when it is one of ours, else the front page.</summary>
    public static string OrHome(string? to) => IsLocal(to) ? to! : "/";

    static bool IsLocal(string? to) =>
        to is ['/', ..] && !(to.Length > 1 && to[1] is '/' or '\\') && !to.Any(char.IsControl);
}
