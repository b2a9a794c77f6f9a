namespace DutyGuy.Domain;

/// <summary>Where functions, classes and their members begin, and what a bracket opens.</summary>
internal sealed partial class ScriptFunctions
{
    private static readonly HashSet<string> Modifiers =
    [
        "static",
        "async",
        "get",
        "set",
        "public",
        "private",
        "protected",
        "readonly",
        "abstract",
        "override",
        "declare",
        "accessor",
    ];

    private const int FarthestBody = 400;
    private const int FarthestKey = 20;

    private void Function()
    {
        var start = at > 0 && WordAt(at - 1) == "async" ? at - 1 : at;
        var i = at + 1;
        if (IsSignAt(i, '*'))
            i++;
        var name = i < tokens.Count ? WordAt(i) : "";
        i = AfterAngles(name.Length > 0 ? i + 1 : i);
        if (IsOpenAt(i, '(') && BodyAfter(i) is > 0 and var body)
            bodies[body] = (Begin(start, i, name), false);
    }

    private void Arrow()
    {
        if (at == 0 || StartOfArrow() is not (>= 0 and var parameters))
            return;
        var start = BeforeAngles(parameters);
        if (start > 0 && WordAt(start - 1) == "async")
            start--;
        var function = Begin(start, parameters, "");
        if (IsOpenAt(at + 1, '{'))
            bodies[at + 1] = (function, false);
        else
        {
            arrows.Push((function, levels.Count, Level.Questions));
            current = function;
        }
    }

    // `x => `, `(x) => `, `(x): Promise<Plan> => `
    private int StartOfArrow()
    {
        const int farthest = 120;
        if (tokens[at - 1].IsClose('('))
            return tokens[at - 1].Other;
        var (angles, choices) = (0, 0);
        for (var i = at - 1; i > 0 && i > at - farthest && LooksOn(); i--)
        {
            var token = tokens[i];
            if (token.IsSign(':') && tokens[i - 1].IsClose('(') && choices <= 0)
                return tokens[i - 1].Other;
            if (token.Piece == ScriptPiece.Close)
                i = token.Other;
            else if (token.Piece == ScriptPiece.Open)
                break;
            else if (token.Piece == ScriptPiece.Sign)
            {
                angles +=
                    token.Sign == '>' ? 1
                    : token.Sign == '<' ? -1
                    : 0;
                // `T extends Plan ? A : B`
                choices +=
                    token.Sign == ':' ? 1
                    : token.Sign == '?' ? -1
                    : 0;
                if (
                    token.Sign is not ('>' or '<' or '.' or '|' or '&' or '?' or ':')
                    && !(angles > 0 && token.Sign is ',' or 'A')
                )
                    break;
            }
        }
        return tokens[at - 1].Piece == ScriptPiece.Word ? at - 1 : -1;
    }

    private ScriptFunction Begin(int start, int parameters, string own, bool isMember = false)
    {
        var name = own.Length > 0 ? own : KeyBefore(start);
        var function = new ScriptFunction(current)
        {
            Start = tokens[start].Start,
            End = tokens[start].End,
            IsLambda = name.Length == 0,
            Name = name.Length > 0 ? name : Level.Label,
            Around =
                name.Length == 0 ? (current is null ? KeyAround() : "")
                : isMember || IsProperty(start) ? Level.Owner
                : "",
            TakesAddress = TakesAddress(parameters),
        };
        functions.Add(function);
        return function;
    }

    private bool IsProperty(int start) => Level.Kind == LevelKind.Object && start > 0 && tokens[start - 1].IsSign(':');

    /// <summary>The variable or property that the value which begins here is given to; empty when there is none.</summary>
    private string KeyBefore(int start)
    {
        if (start == 0)
            return "";
        var before = tokens[start - 1];
        if (before.IsSign('=') || IsProperty(start))
            return Level.FullKey;
        return WordAt(start - 1) == "default" && start > 1 && WordAt(start - 2) == "export" ? "default" : "";
    }

    // Of a value that is made by a call: `const find = memoize(() => ...)`.
    private string KeyAround() =>
        levels
            .Take(FarthestKey)
            .Where(l => l.Kind is LevelKind.Block or LevelKind.Object or LevelKind.Class)
            .Select(l => l.FullKey)
            .FirstOrDefault(k => k.Length > 0)
        ?? "";

    private void Class()
    {
        var i = at + 1;
        var own = i < tokens.Count && !IsOperator(i) ? WordAt(i) : "";
        while (
            i < Math.Min(tokens.Count, at + FarthestBody)
            && !tokens[i].IsSign(';')
            && tokens[i].Piece != ScriptPiece.Close
            && LooksOn()
        )
        {
            if (tokens[i].IsOpen('{'))
            {
                classes[i] = own.Length > 0 ? own : KeyBefore(at);
                return;
            }
            i = Math.Max(AfterAngles(i), tokens[i].Piece == ScriptPiece.Open ? tokens[i].Other + 1 : i + 1);
        }
    }

    /// <summary>Reads up to the name of a member of a class or an object; false when here is none.</summary>
    private bool Member()
    {
        var token = tokens[at];
        if (token.IsSign('@'))
        {
            while (at + 2 < tokens.Count && tokens[at + 1].Piece == ScriptPiece.Word && tokens[at + 2].IsSign('.'))
                at += 2;
            at += at + 1 < tokens.Count && tokens[at + 1].Piece == ScriptPiece.Word ? 1 : 0;
            return true;
        }
        if (token.IsSign('*'))
            return true;
        if (!(token.Piece is ScriptPiece.Word or ScriptPiece.Value || token.IsOpen('[')))
            return false;
        var word = WordAt(at);
        if (
            Modifiers.Contains(word)
            && at + 1 < tokens.Count
            && (
                tokens[at + 1].Piece is ScriptPiece.Word or ScriptPiece.Value
                || IsSignAt(at + 1, '*')
                || IsOpenAt(at + 1, '[')
                || IsOpenAt(at + 1, '{')
            )
        )
        {
            Level.AtMember = !IsOpenAt(at + 1, '{');
            return true;
        }
        var start = at;
        var end = token.Piece == ScriptPiece.Open ? token.Other : at;
        (Level.AtMember, Level.Key, at) = (false, MemberName(start, end), end);
        var next = end + 1;
        if (IsSignAt(next, '?') || IsSignAt(next, '!'))
            next++;
        next = AfterAngles(next);
        if (IsOpenAt(next, '(') && BodyAfter(next) is > 0 and var body)
            bodies[body] = (Begin(start, next, Level.FullKey, isMember: true), true);
        return true;
    }

    private string MemberName(int start, int end) =>
        text[tokens[start].Start..Math.Min(tokens[end].End, tokens[start].Start + LongestName)].Trim('"', '\'');

    /// <summary>`exports.find`, `this.find` are find, `Cart.prototype.find` is Cart.find.</summary>
    private string MemberName(int i)
    {
        var name = WordAt(i);
        if (i < 2 || !tokens[i - 1].IsSign('.'))
            return name;
        var owner = WordAt(i - 2);
        if (owner == "prototype" && i > 3 && tokens[i - 3].IsSign('.'))
            owner = WordAt(i - 4);
        return owner.Length > 2 && char.IsUpper(owner[0]) ? owner + "." + name : name;
    }

    private void Enter()
    {
        var label = tokens[at].Sign switch
        {
            '(' => LabelOfCall(),
            '{' when Level.Kind == LevelKind.Element => Level.Key,
            _ => "",
        };
        var isMethod = false;
        ScriptFunction? function = null;
        if (bodies.Remove(at, out var body))
            (function, isMethod, current) = (body.Function, body.IsMethod, body.Function);
        var kind = function is null ? KindOf() : LevelKind.Block;
        var owner =
            kind == LevelKind.Class ? classes[at]
            : kind == LevelKind.Object ? Level.Key
            : "";
        var endsMember = isMethod || at > 0 && Level.Kind == LevelKind.Class && WordAt(at - 1) == "static";
        levels.Push(
            new()
            {
                Kind = kind,
                Function = function,
                EndsMember = endsMember,
                Label = label,
                Owner = owner,
                AtMember = kind is LevelKind.Object or LevelKind.Class,
            }
        );
    }

    private LevelKind KindOf()
    {
        if (classes.ContainsKey(at))
            return LevelKind.Class;
        if (tokens[at].Sign != '{')
            return tokens[at].Sign == '<' ? LevelKind.Element : LevelKind.Values;
        if (Level.Kind == LevelKind.Element)
            return LevelKind.Values;
        if (at == 0)
            return LevelKind.Block;
        var before = tokens[at - 1];
        if (before.Piece == ScriptPiece.Word)
            return
                WordAt(at - 1)
                    is "return"
                        or "typeof"
                        or "case"
                        or "in"
                        or "of"
                        or "default"
                        or "await"
                        or "yield"
                        or "new"
                        or "throw"
                        or "void"
                        or "delete"
                        or "as"
                        or "satisfies"
                        or "extends"
                        or "const"
                        or "let"
                        or "var"
                        or "import"
                        or "export"
                ? LevelKind.Object
                : LevelKind.Block;
        if (before.Piece == ScriptPiece.Open)
            return before.Sign == '{' && Level.Kind == LevelKind.Block ? LevelKind.Block : LevelKind.Object;
        if (before.IsSign(':'))
            return Level.Kind == LevelKind.Block && ternaryColon != at - 1 ? LevelKind.Block : LevelKind.Object;
        return before.Piece == ScriptPiece.Sign && before.Sign is not (';' or 'A' or '>')
            ? LevelKind.Object
            : LevelKind.Block;
    }
}
