namespace DutyGuy.Domain;

/// <summary>Texts that somebody else wrote, put into sentences: they end in one mark, whatever they bring.</summary>
public static class FullStop
{
    const string Ends = ".!?…。！？؟।";
    const string Closing = "”\"’')]»」";

    /// <summary>The text as a sentence: with a full stop, unless it ends itself.</summary>
    public static string After(string? text)
    {
        var said = text?.TrimEnd() ?? "";
        return said + For(said);
    }

    /// <summary>The full stop that a text still needs: none when it ends itself, or is empty.</summary>
    public static string For(string? text)
    {
        // “Cannot book.” and (see the log.) have ended, too.
        var said = text.AsSpan().TrimEnd();
        var inner = said.TrimEnd(Closing);
        return said.Length == 0 || (inner.Length > 0 && Ends.Contains(inner[^1])) ? "" : ".";
    }

    /// <summary>The text for the middle of a sentence: its full stop goes, an ellipsis and other marks stay.</summary>
    public static string Without(string? text)
    {
        var said = text?.Trim() ?? "";
        return said.EndsWith("..", StringComparison.Ordinal) ? said : said.TrimEnd('.', '。').TrimEnd();
    }
}
