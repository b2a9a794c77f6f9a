namespace DutyGuy.Domain;

/// <summary>What is passed over: types of TypeScript, which no runtime sees; and what a call is called.</summary>
internal sealed partial class ScriptFunctions
{
    private const int FarthestAngle = 200;
    private const int LongestLiteral = 40;
    private const int MostDigits = 2;

    // Words before brackets that are no arguments, or of a call that says nothing.
    private static readonly HashSet<string> NoCalls =
    [
        .. "if for while switch catch return typeof await function with of in case async yield throw new delete void else do super require import".Split(
            ' '
        ),
    ];

    private bool IsSignAt(int i, char sign) => i < tokens.Count && tokens[i].IsSign(sign);

    private bool IsOpenAt(int i, char sign) => i < tokens.Count && tokens[i].IsOpen(sign);

    /// <summary>The brace that begins the body of a function with these parameters; -1 when it has none, as an overload.</summary>
    private int BodyAfter(int parameters)
    {
        var i = tokens[parameters].Other + 1;
        if (IsSignAt(i, ':'))
            i = EndOfType(i + 1);
        return IsOpenAt(i, '{') ? i : -1;
    }

    /// <summary>What follows `&lt;T extends Shape&gt;`; the same when there is no such.</summary>
    private int AfterAngles(int i)
    {
        if (!IsSignAt(i, '<'))
            return i;
        var depth = 0;
        for (var j = i; j < tokens.Count && j < i + FarthestAngle && LooksOn(); j++)
            if (tokens[j].IsSign('<'))
                depth++;
            else if (tokens[j].IsSign('>') && --depth == 0)
                return j + 1;
            else if (tokens[j].Piece == ScriptPiece.Open)
                j = tokens[j].Other;
            else if (
                tokens[j].Piece == ScriptPiece.Close
                || (tokens[j].Piece == ScriptPiece.Sign && !IsOfTypes(tokens[j].Sign))
            )
                break;
        return i;
    }

    private static bool IsOfTypes(char sign) =>
        sign is '<' or '>' or ',' or '.' or '|' or '&' or '?' or ':' or '=' or 'A' or 'S';

    private int BeforeAngles(int i)
    {
        if (i == 0 || !tokens[i - 1].IsSign('>'))
            return i;
        var depth = 0;
        for (var j = i - 1; j >= 0 && j > i - FarthestAngle && LooksOn(); j--)
            if (tokens[j].IsSign('>'))
                depth++;
            else if (tokens[j].IsSign('<') && --depth == 0)
                return j;
            else if (tokens[j].Piece == ScriptPiece.Close)
                j = tokens[j].Other;
            else if (tokens[j].Piece == ScriptPiece.Open || tokens[j].IsSign(';'))
                break;
        return i;
    }

    /// <summary>The first piece that is no part of the type which begins here.</summary>
    private int EndOfType(int begin)
    {
        var (angles, questions, i) = (0, 0, begin);
        for (; i < tokens.Count && LooksOn(); i++)
        {
            var (token, before) = (tokens[i], tokens[Math.Max(0, i - 1)]);
            var isNext = i == begin || ContinuesType(i - 1);
            if (
                token.Piece == ScriptPiece.Close
                || (token.IsFirst && !isNext && angles == 0 && token.Piece is not ScriptPiece.Sign)
            )
                return i;
            if (token.Piece == ScriptPiece.Open)
            {
                if (token.Sign == '{' && !isNext)
                    return i;
                i = token.Other;
            }
            else if (
                token.Piece == ScriptPiece.Word
                && !isNext
                && WordAt(i) is "of" or "in" or "instanceof" or "as" or "satisfies"
            )
                return i;
            else if (token.Piece == ScriptPiece.Sign)
            {
                if (token.Sign == '<')
                    angles++;
                else if (token.Sign == '>' && --angles < 0)
                    return i;
                else if (token.Sign == '?')
                    questions++;
                else if (token.Sign == ':' && --questions < 0)
                    return i;
                else if (
                    token.Sign == 'A'
                    && !(
                        before.IsClose('(')
                        && (before.Other == begin || before.Other > 0 && ContinuesType(before.Other - 1))
                    )
                )
                    return i;
                else if (
                    token.Sign is not ('<' or '>' or '?' or ':' or 'A' or '|' or '&' or '.' or '-' or '+')
                    && !(token.Sign == ',' && angles > 0)
                    && !(token.Sign == '=' && angles > 0)
                )
                    return i;
            }
        }
        return i;
    }

    // After these more of a type must come.
    private bool ContinuesType(int i) =>
        tokens[i].Piece switch
        {
            ScriptPiece.Sign => tokens[i].Sign is '<' or ':' or '?' or 'A' or '|' or '&' or '.' or ',' or '=',
            ScriptPiece.Word => WordAt(i)
                is "keyof"
                    or "typeof"
                    or "readonly"
                    or "is"
                    or "infer"
                    or "extends"
                    or "new"
                    or "unique"
                    or "asserts"
                    or "abstract",
            _ => false,
        };

    private bool TakesAddress(int parameters)
    {
        if (tokens[parameters].Piece == ScriptPiece.Word)
            return SourceSign.IsAddressName(WordAt(parameters));
        for (var i = parameters + 1; i < tokens[parameters].Other && LooksOn(); i++)
            if (tokens[i].IsSign(':'))
                i = EndOfType(i + 1) - 1;
            else if (
                tokens[i].Piece == ScriptPiece.Word
                && SourceSign.IsAddressName(WordAt(i))
                && !tokens[i - 1].IsSign('.')
            )
                return true;
            else if (tokens[i].IsOpen('(') || tokens[i].IsOpen('['))
                i = tokens[i].Other;
        return false;
    }

    private void TypeDeclaration(string word)
    {
        var next = at + 1 < tokens.Count ? WordAt(at + 1) : "";
        if (next.Length == 0 || IsOperator(at + 1))
            return;
        if (word == "type")
        {
            var i = AfterAngles(at + 2);
            if (IsSignAt(i, '='))
                at = EndOfType(i + 1) - 1;
            return;
        }
        if (word == "declare" && next is not ("module" or "global" or "namespace" or "interface" or "enum"))
            return;
        for (
            var i = at + 1;
            i < Math.Min(tokens.Count, at + FarthestBody)
                && !tokens[i].IsSign(';')
                && tokens[i].Piece != ScriptPiece.Close
                && LooksOn();
            i++
        )
            if (tokens[i].Piece == ScriptPiece.Open)
            {
                var isBody = tokens[i].Sign == '{' && !ContinuesType(i - 1);
                i = tokens[i].Other;
                if (isBody)
                {
                    at = i;
                    return;
                }
            }
    }

    /// <summary>`button.addEventListener('click', ` is `addEventListener click`.</summary>
    private string LabelOfCall()
    {
        var name = BeforeAngles(at) - 1;
        if (name > 0 && tokens[name].IsSign('.'))
            name--;
        if (name < 0 || tokens[name].Piece != ScriptPiece.Word)
            return "";
        var called = WordAt(name);
        if (NoCalls.Contains(called) && !(name > 0 && tokens[name - 1].IsSign('.')))
            return "";
        var first = at + 1 < tokens.Count ? tokens[at + 1] : default;
        if (
            first is not { Piece: ScriptPiece.Value, Sign: '"', Length: > 2 and <= LongestLiteral }
            || !IsSignAt(at + 2, ',')
        )
            return called;
        var literal = text.Substring(first.Start + 1, first.Length - 2);
        return IsPlain(literal) ? $"{called} {literal}" : called;
    }

    // An event, a route; nothing that could be a key, a number of somebody or a sentence.
    private static bool IsPlain(string literal) =>
        literal.All(c => char.IsLetterOrDigit(c) || c is '-' or '_' or '/' or ':' or '.' or '*')
        && literal.Count(char.IsDigit) <= MostDigits
        && Redaction.Clean(literal) == literal;
}
