namespace DutyGuy.Domain;

/// <summary>Cuts a condition into words, numbers and signs, each with its place.</summary>
internal static class Token
{
    private const string Signs = "()<>=";

    public static List<Phrase> Cut(Phrase phrase)
    {
        var tokens = new List<Phrase>();
        for (var i = 0; i < phrase.Text.Length; )
        {
            var length = Length(phrase.Text, i);
            if (!char.IsWhiteSpace(phrase.Text[i]))
                tokens.Add(phrase.Part(i, length));
            i += length;
        }
        return tokens;
    }

    private static int Length(string text, int start)
    {
        if (char.IsWhiteSpace(text[start]) || text[start] is '(' or ')' or '=')
            return 1;
        if (text[start] is '<' or '>')
            return start + 1 < text.Length && text[start + 1] == '=' ? 2 : 1;
        var end = start;
        while (end < text.Length && !char.IsWhiteSpace(text[end]) && !Signs.Contains(text[end]))
            end++;
        return end - start;
    }
}
