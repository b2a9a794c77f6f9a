namespace DutyGuy.Domain;

/// <summary>
/// Finds the functions in the pieces of a source, and names them as runtimes do: by their own name, their class, the variable
/// or the property that holds them; one without a name after the function around it and what it is handed to. Types of
/// TypeScript are passed over. One pass, without recursion.
/// </summary>
/// <remarks>
/// Not a parser of the language: bundled sources are TypeScript as often as JavaScript, and parsers of the standard refuse
/// that; one reader for both is simpler than two.
/// </remarks>
internal sealed partial class ScriptFunctions
{
    private const int LongestName = 100;
    private const int LooksOfEach = 20;
    private const int FewestLooks = 10_000;

    private readonly string text;
    private readonly List<ScriptToken> tokens;
    private readonly List<ScriptFunction> functions = [];
    private readonly Stack<ScriptLevel> levels = new();

    // Arrows without braces end with the expression.
    private readonly Stack<(ScriptFunction Function, int Depth, int Questions)> arrows = new();
    private readonly Dictionary<int, (ScriptFunction Function, bool IsMethod)> bodies = [];
    private readonly Dictionary<int, string> classes = [];
    private int at;
    private int looks;
    private int ternaryColon = -1;
    private ScriptFunction? current;

    private ScriptFunctions(string text, List<ScriptToken> tokens) => (this.text, this.tokens) = (text, tokens);

    /// <summary>The functions in the order in which they begin, with names that tell them apart.</summary>
    public static IReadOnlyList<ScriptFunction> Of(string text, List<ScriptToken> tokens)
    {
        var finder = new ScriptFunctions(text, tokens);
        finder.Run();
        if (finder.looks > finder.MostLooks)
            return [];
        return FunctionNames.Distinct(finder.functions);
    }

    // Looking ahead and back is rare in a program that a person wrote.
    private int MostLooks => (LooksOfEach * tokens.Count) + FewestLooks;

    private bool LooksOn() => ++looks <= MostLooks;

    private ScriptLevel Level => levels.Peek();

    private void Run()
    {
        levels.Push(new() { Kind = LevelKind.Block });
        while (at < tokens.Count)
        {
            var token = tokens[at];
            if (token.IsFirst && IsNewStatement())
                EndStatement();
            if (!(Level.AtMember && Member()))
                Read(token);
            at++;
        }
        EndArrows(0);
    }

    private void Read(ScriptToken token)
    {
        if (token.Piece == ScriptPiece.Open)
            Enter();
        else if (token.Piece == ScriptPiece.Close)
            Leave();
        else if (token.Piece == ScriptPiece.Sign)
            Sign(token.Sign);
        else if (token.Piece == ScriptPiece.Word && Level.Kind == LevelKind.Element)
            Level.Key = WordAt(at);
        else if (token.Piece == ScriptPiece.Word && !(at > 0 && tokens[at - 1].IsSign('.')))
            Word();
    }

    // Two values, one below the other: a statement ended without a semicolon.
    private bool IsNewStatement()
    {
        if (at == 0 || Level.Kind is not (LevelKind.Block or LevelKind.Class))
            return false;
        var (before, token) = (tokens[at - 1], tokens[at]);
        // `items: Map<string, Plan>`, `this.plan!`
        var ends = before.EndsValue || (before.Piece == ScriptPiece.Sign && before.Sign is '>' or '!');
        if (!ends || IsOperator(at - 1))
            return false;
        return token.Piece switch
        {
            ScriptPiece.Word => !IsOperator(at),
            ScriptPiece.Value => token.Sign != '`',
            ScriptPiece.Open => token.Sign == '{' && before.IsClose('{')
                || token.Sign == '[' && Level.Kind == LevelKind.Class,
            ScriptPiece.Sign => token.Sign == '@' || token.Sign == '*' && Level.Kind == LevelKind.Class,
            _ => false,
        };
    }

    private void EndStatement()
    {
        EndArrows(levels.Count);
        if (Level.Kind is not (LevelKind.Block or LevelKind.Class))
            return;
        (Level.Key, Level.IsDeclaring, Level.Questions) = ("", false, 0);
        Level.AtMember = Level.Kind == LevelKind.Class;
    }

    private void EndArrows(int depth)
    {
        while (arrows.Count > 0 && arrows.Peek().Depth >= depth)
            EndArrow();
    }

    private void EndArrow()
    {
        var arrow = arrows.Pop().Function;
        arrow.End = at < tokens.Count ? tokens[at].Start : text.Length;
        current = arrow.Parent;
    }

    private void Leave()
    {
        EndArrows(levels.Count);
        var left = levels.Pop();
        if (left.Function is { } function)
        {
            function.End = tokens[at].End;
            current = function.Parent;
        }
        if (left.EndsMember && Level.Kind == LevelKind.Class)
            EndStatement();
    }

    private void Sign(char sign)
    {
        switch (sign)
        {
            case 'A':
                Arrow();
                break;
            case ',':
                EndArrows(levels.Count);
                Level.AtMember = Level.Kind is LevelKind.Object or LevelKind.Class;
                Level.Key = "";
                break;
            case ';':
                EndStatement();
                break;
            case '=':
                Assigned();
                break;
            case '?' when !IsOptional():
                Level.Questions++;
                break;
            case ':':
                Colon();
                break;
            // `new Map<string, Plan>(`
            case '<' when IsOpenAt(AfterAngles(at), '('):
                at = AfterAngles(at) - 1;
                break;
            case 'S':
                Level.AtMember = false;
                break;
        }
    }

    // `name?: string`, `call?(x)`
    private bool IsOptional() =>
        at + 1 >= tokens.Count
        || tokens[at + 1]
            is { Piece: ScriptPiece.Sign, Sign: ':' or ',' or '=' or ';' }
                or { Piece: ScriptPiece.Close };

    private void Colon()
    {
        if (Level.Questions > 0)
        {
            (Level.Questions, ternaryColon) = (Level.Questions - 1, at);
            while (arrows.Count > 0 && arrows.Peek().Depth == levels.Count && arrows.Peek().Questions > Level.Questions)
                EndArrow();
        }
        // `const plan: Plan = ...`, a parameter, a member: a type follows.
        else if (
            Level.Kind is LevelKind.Class or LevelKind.Values
            || (Level.Kind == LevelKind.Block && Level.IsDeclaring)
        )
            at = EndOfType(at + 1) - 1;
    }

    private void Assigned()
    {
        if (at == 0 || Level.Kind is LevelKind.Class or LevelKind.Element)
            return;
        var before = tokens[at - 1];
        if (before.Piece == ScriptPiece.Word && !(Level.IsDeclaring && Level.Key.Length > 0))
            Level.Key = MemberName(at - 1);
        else if (
            !Level.IsDeclaring
            || before.Piece == ScriptPiece.Close && before.Sign is '{' or '[' && Level.Key.Length == 0
        )
            Level.Key = "";
    }

    private void Word()
    {
        var word = WordAt(at);
        switch (word)
        {
            case "const" or "let" or "var":
                (Level.IsDeclaring, Level.Key) = (true, "");
                break;
            case "function"
            or "class" when at + 1 < tokens.Count && (tokens[at + 1].IsSign(':') || tokens[at + 1].IsSign('=')):
                break;
            case "function":
                Function();
                break;
            case "class":
                Class();
                break;
            case "interface" or "type" or "enum" or "declare" when Level.Kind == LevelKind.Block:
                TypeDeclaration(word);
                break;
            case "as" or "satisfies" when at > 0 && tokens[at - 1].EndsValue && Level.Kind != LevelKind.Object:
                at = EndOfType(at + 1) - 1;
                break;
            default:
                // `const plan: Plan = ...`: the name is said before the type.
                if (
                    Level.IsDeclaring
                    && at > 0
                    && (tokens[at - 1].IsSign(',') || WordAt(at - 1) is "const" or "let" or "var")
                )
                    Level.Key = word;
                break;
        }
    }

    private string WordAt(int i) =>
        tokens[i].Piece == ScriptPiece.Word
            ? text.Substring(tokens[i].Start, Math.Min(tokens[i].Length, LongestName))
            : "";

    private bool IsOperator(int i) =>
        WordAt(i) is "in" or "of" or "instanceof" or "as" or "satisfies" or "extends" or "implements";
}
