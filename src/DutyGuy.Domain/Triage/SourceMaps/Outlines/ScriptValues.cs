namespace DutyGuy.Domain;

/// <summary>What only the place tells: whether a slash begins a regular expression, and a smaller-than an element of JSX.</summary>
internal sealed partial class ScriptText
{
    private static readonly HashSet<string> BeforeValue =
    [
        "return",
        "typeof",
        "case",
        "in",
        "of",
        "delete",
        "void",
        "throw",
        "new",
        "do",
        "else",
        "await",
        "yield",
        "instanceof",
        "default",
        "extends",
    ];

    private static readonly HashSet<string> BeforeCondition = ["if", "while", "for", "with"];

    private bool CanBeginValue()
    {
        if (tokens.Count == 0)
            return true;
        var before = tokens[^1];
        return before.Piece switch
        {
            ScriptPiece.Word => BeforeValue
                .GetAlternateLookup<ReadOnlySpan<char>>()
                .Contains(text.AsSpan(before.Start, before.Length)) && !(tokens.Count > 1 && tokens[^2].IsSign('.')),
            ScriptPiece.Value => false,
            ScriptPiece.Close => before.Sign == '{' && isFirst
                || before.Sign == '('
                    && before.Other > 0
                    && tokens[before.Other - 1] is { Piece: ScriptPiece.Word } word
                    && BeforeCondition
                        .GetAlternateLookup<ReadOnlySpan<char>>()
                        .Contains(text.AsSpan(word.Start, word.Length)),
            _ => true,
        };
    }

    // One that is not ended in its line is a division.
    private int EndOfRegex()
    {
        var inClass = false;
        for (var i = at + 1; i < text.Length && text[i] is not ('\n' or '\r'); i++)
            if (text[i] == '\\')
                i++;
            else if (text[i] == '[')
                inClass = true;
            else if (text[i] == ']')
                inClass = false;
            else if (text[i] == '/' && !inClass)
            {
                i++;
                while (i < text.Length && char.IsLetter(text[i]))
                    i++;
                return i;
            }
        return -1;
    }

    // `<T,>(x: T)` and `<T extends Shape>(x: T)` are functions of TypeScript.
    private bool IsElement()
    {
        var end = at + 1;
        if (end < text.Length && text[end] == '>')
            return true;
        if (end >= text.Length || !char.IsLetter(text[end]) && text[end] is not ('_' or '$'))
            return false;
        end = EndOfTag(end);
        var isShort = end - at <= 2;
        if (isShort && end + 1 < text.Length && text[end] == '>' && text[end + 1] == '(')
            return false;
        while (end < text.Length && char.IsWhiteSpace(text[end]))
            end++;
        var rest = text.AsSpan(Math.Min(end, text.Length));
        return !rest.StartsWith(",") && !(rest.StartsWith("extends ") && !rest[8..].TrimStart().StartsWith("="));
    }

    private int EndOfTag(int end)
    {
        while (end < text.Length && (IsWordPart(text[end]) || text[end] is '.' or '-' or ':'))
            end++;
        return end;
    }

    private void Element()
    {
        open.Push(('T', tokens.Count));
        Add(ScriptPiece.Open, AfterTypes(EndOfTag(at + 1)) - at, '<');
    }

    // `<Choice<Width | null> value={x}>`
    private int AfterTypes(int end)
    {
        const int longest = 300;
        var depth = 0;
        for (var i = end; i < text.Length && i < end + longest; i++)
            if (text[i] == '<')
                depth++;
            else if (depth == 0 || text[i] is ';' or '=' or '/')
                return end;
            else if (text[i] == '>' && --depth == 0)
                return i + 1;
        return end;
    }

    // What stands in `<a href="x" onClick={y}>`; braces are as everywhere.
    private bool Tag(char c)
    {
        if (c == '>')
        {
            at++;
            open.Push(('C', open.Pop().Token));
            return true;
        }
        if (c == '/' && at + 1 < text.Length && text[at + 1] == '>')
        {
            End(2);
            return true;
        }
        if (c is '"' or '\'')
        {
            var end = text.IndexOf(c, at + 1);
            isWrong |= end < 0;
            end = end < 0 ? text.Length : end + 1;
            Literal(at, end);
            Add(ScriptPiece.Value, end - at, '"');
            return true;
        }
        if (IsWordPart(c))
        {
            Add(ScriptPiece.Word, EndOfTag(at) - at, c);
            return true;
        }
        return false;
    }

    // Text between tags: an apostrophe there begins no quotation.
    private void Children()
    {
        var next = text.AsSpan(at).IndexOfAny('{', '<');
        at = next < 0 ? text.Length : at + next;
        if (next < 0)
            isWrong = true;
        else if (text[at] == '{')
            Opened('{', 1);
        else if (at + 1 < text.Length && text[at + 1] == '/')
        {
            var end = text.IndexOf('>', at);
            isWrong |= end < 0;
            End((end < 0 ? text.Length : end + 1) - at);
        }
        else
            Element();
    }
}
