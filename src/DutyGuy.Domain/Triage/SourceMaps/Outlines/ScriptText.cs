using System.Runtime.InteropServices;

namespace DutyGuy.Domain;

/// <summary>A string or template of a source: where it stands, and where the outermost call begins whose argument it is.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct ScriptLiteral(int Start, int End, int Around);

/// <summary>
/// Cuts JavaScript, TypeScript and JSX into pieces; strings, comments and regular expressions are passed over. Linear in the
/// length of the text. Gives nothing when brackets do not match: better no outline than a wrong one.
/// </summary>
internal sealed partial class ScriptText
{
    private const int Deepest = 2000;
    private const int MostTokens = 1_000_000;
    private const int FarthestCall = 12;

    private readonly string text;
    private readonly bool hasJsx;
    private readonly List<ScriptToken> tokens = [];
    private readonly List<ScriptLiteral> literals = [];
    private readonly Stack<(char Sign, int Token)> open = new();
    private int at;
    private bool isFirst = true;
    private bool isWrong;

    // In a template: where its text began.
    private readonly Stack<int> templates = new();

    private ScriptText(string text, bool hasJsx) => (this.text, this.hasJsx) = (text, hasJsx);

    /// <summary>The pieces, and the literals; null when the text is not understood.</summary>
    public static (List<ScriptToken> Tokens, List<ScriptLiteral> Literals)? Read(string text, bool hasJsx)
    {
        var reader = new ScriptText(text, hasJsx);
        reader.Run();
        return reader.isWrong || reader.open.Count > 0 ? null : (reader.tokens, reader.literals);
    }

    private void Run()
    {
        if (text.StartsWith("#!", StringComparison.Ordinal))
            ToEndOfLine();
        while (at < text.Length && !isWrong)
        {
            var inside = open.Count == 0 ? ' ' : open.Peek().Sign;
            if (inside == 'C')
                Children();
            else if (!IsBlank())
                Next(inside);
            isWrong |= open.Count > Deepest || tokens.Count > MostTokens;
        }
    }

    // Blanks and comments.
    private bool IsBlank()
    {
        var c = text[at];
        if (char.IsWhiteSpace(c) || c == '\ufeff')
        {
            isFirst |= c is '\n' or '\r' or '\u2028' or '\u2029';
            at++;
            return true;
        }
        if (c != '/' || at + 1 >= text.Length || text[at + 1] is not ('/' or '*'))
            return false;
        if (text[at + 1] == '/')
        {
            ToEndOfLine();
            return true;
        }
        var end = text.IndexOf("*/", at + 2, StringComparison.Ordinal);
        isWrong |= end < 0;
        end = end < 0 ? text.Length : end + 2;
        isFirst |= text.AsSpan(at, end - at).Contains('\n');
        at = end;
        return true;
    }

    private void ToEndOfLine()
    {
        var end = text.AsSpan(at).IndexOfAny('\n', '\r');
        at = end < 0 ? text.Length : at + end;
    }

    private void Next(char inside)
    {
        var c = text[at];
        if (inside == 'T' && Tag(c))
            return;
        if (IsWordPart(c) && !char.IsDigit(c) || c is '#' or '\\')
            Word();
        else if (char.IsDigit(c))
            Number();
        else if (c is '"' or '\'')
            Quoted(c);
        else if (c == '`')
            Template(isBegin: true);
        else if (c is '(' or '[' or '{')
            Opened(c, 1);
        else if (c is ')' or ']' or '}')
            Closed(c);
        else if (c == '/' && CanBeginValue() && EndOfRegex() is > 0 and var end)
            Add(ScriptPiece.Value, end - at, c);
        else if (c == '<' && hasJsx && CanBeginValue() && IsElement())
            Element();
        else
            Operator(c);
    }

    private void Word()
    {
        var end = at + 1;
        while (end < text.Length && (IsWordPart(text[end]) || text[end] == '\\'))
            end++;
        Add(ScriptPiece.Word, end - at, text[at]);
    }

    private static bool IsWordPart(char c) =>
        char.IsLetterOrDigit(c) || c is '_' or '$' or '\u200c' or '\u200d' || char.IsSurrogate(c);

    private void Number()
    {
        var end = at + 1;
        while (
            end < text.Length
            && (IsWordPart(text[end]) || text[end] == '.' && end + 1 < text.Length && char.IsDigit(text[end + 1]))
        )
            end++;
        Add(ScriptPiece.Value, end - at, '0');
    }

    private void Quoted(char quote)
    {
        var end = at + 1;
        while (end < text.Length && text[end] != quote && text[end] != '\n')
            end +=
                text[end] != '\\' ? 1
                : end + 2 < text.Length && text[end + 1] == '\r' && text[end + 2] == '\n' ? 3
                : 2;
        // A quotation that is not ended: this is no such text.
        isWrong |= end >= text.Length || text[end] != quote;
        end = Math.Min(end + 1, text.Length);
        Literal(at, end);
        Add(ScriptPiece.Value, end - at, '"');
    }

    private void Template(bool isBegin)
    {
        var begin = at;
        if (isBegin)
            templates.Push(at);
        var end = at + 1;
        while (
            end < text.Length
            && text[end] != '`'
            && !(text[end] == '$' && end + 1 < text.Length && text[end + 1] == '{')
        )
            end += text[end] == '\\' ? 2 : 1;
        if (end >= text.Length)
        {
            isWrong = true;
            return;
        }
        if (text[end] == '`')
        {
            Literal(templates.Pop(), end + 1);
            Add(ScriptPiece.Value, end + 1 - begin, '`');
            return;
        }
        if (isBegin)
            Add(ScriptPiece.Value, end - begin, '`');
        at = end;
        Opened('$', 2);
    }

    private void Opened(char sign, int length)
    {
        open.Push((sign, tokens.Count));
        Add(ScriptPiece.Open, length, sign);
    }

    private void Closed(char close)
    {
        var sign = close switch
        {
            ')' => '(',
            ']' => '[',
            _ => '{',
        };
        if (open.Count == 0 || (open.Peek().Sign != sign && !(sign == '{' && open.Peek().Sign == '$')))
        {
            isWrong = true;
            return;
        }
        var isTemplates = open.Peek().Sign == '$';
        End(1);
        if (isTemplates)
        {
            at--;
            isFirst = false;
            Template(isBegin: false);
        }
    }

    private void End(int length)
    {
        var (sign, token) = open.Pop();
        var begin = tokens[token];
        tokens[token] = begin with { Other = tokens.Count };
        Add(ScriptPiece.Close, length, begin.Sign, token);
    }

    // Only what matters is told apart.
    private void Operator(char c)
    {
        var rest = text.AsSpan(at);
        if (rest.StartsWith("=>"))
            Add(ScriptPiece.Sign, 2, 'A');
        else if (rest.StartsWith("===") || rest.StartsWith("!=="))
            Add(ScriptPiece.Sign, 3, '~');
        else if (rest.StartsWith("==") || rest.StartsWith("!=") || rest.StartsWith("<=") || rest.StartsWith(">="))
            Add(ScriptPiece.Sign, 2, '~');
        else if (rest.StartsWith("??=") || rest.StartsWith("||=") || rest.StartsWith("&&="))
            Add(ScriptPiece.Sign, 3, '=');
        else if (rest.StartsWith("??") || rest.StartsWith("||") || rest.StartsWith("&&"))
            Add(ScriptPiece.Sign, 2, '~');
        else if (rest.StartsWith("?.") && !(rest.Length > 2 && char.IsDigit(rest[2])))
            Add(ScriptPiece.Sign, 2, '.');
        else if (rest.StartsWith("..."))
            Add(ScriptPiece.Sign, 3, 'S');
        else if (
            (rest.StartsWith("++") || rest.StartsWith("--"))
            && tokens.Count > 0
            && tokens[^1].EndsValue
            && !isFirst
        )
            Add(ScriptPiece.Value, 2, c);
        else
            Add(ScriptPiece.Sign, 1, c);
    }

    private void Literal(int begin, int end)
    {
        // Of a call that is written on several lines each line names what it is given.
        var around = begin;
        foreach (var (sign, token) in open.Take(FarthestCall))
            if (sign is '{' && !IsArguments(token))
                break;
            else if (sign is '(' or '[')
                around = tokens[token].Start;
        literals.Add(new(begin, end, around));
    }

    // `call({ url: '/x' })`: the braces are no function's.
    private bool IsArguments(int brace) =>
        brace > 0 && (tokens[brace - 1].Sign is '(' or ',' or ':' or '[') && !tokens[brace - 1].EndsValue;

    private void Add(ScriptPiece piece, int length, char sign, int other = -1)
    {
        tokens.Add(new(piece, at, length, sign, isFirst, other));
        at += length;
        isFirst = false;
    }
}
