namespace DutyGuy.Tests.Recipes;

/// <summary>A text in three single quotes of Groovy: nothing is filled in, and a backslash escapes.</summary>
static class GroovyText
{
    const string End = "'''";

    public static string Of(string source, string start)
    {
        var from = source.IndexOf(start, StringComparison.Ordinal) + start.Length;
        var inside = source[from..source.IndexOf(End, from, StringComparison.Ordinal)];
        var text = new System.Text.StringBuilder();
        for (var i = 0; i < inside.Length; i++)
            text.Append(inside[i] == '\\' ? Escaped(inside[++i]) : inside[i].ToString());
        return text.ToString();
    }

    static string Escaped(char c) =>
        c switch
        {
            '\n' => "",
            'n' => "\n",
            't' => "\t",
            '\\' or '\'' or '"' or '$' => c.ToString(),
            _ => throw new FormatException($"Groovy does not know \\{c}."),
        };
}
