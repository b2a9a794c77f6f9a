using static DutyGuy.Domain.Condition;

namespace DutyGuy.Domain;

/// <summary>Reads conditions: <c>not</c> before <c>and</c> before <c>or</c>; null after a problem was told.</summary>
internal sealed class ConditionParser(Phrase phrase, bool ofError, Problems problems)
{
    // Bounds the depth of the tree, so that no text can exhaust the stack.
    private const int MostWords = 300;

    private readonly TokenReader tokens = new(phrase, problems);

    /// <summary>Whether facts of an error may stand here.</summary>
    private bool ofError = ofError;

    public static Condition? Read(Phrase phrase, bool ofError, Problems problems) =>
        new ConditionParser(phrase, ofError, problems).Whole(parser => parser.Or());

    public static Selection? ReadSelection(Phrase phrase, Problems problems) =>
        new ConditionParser(phrase, ofError: true, problems).Whole(parser => parser.Select());

    private T? Whole<T>(Func<ConditionParser, T?> read)
        where T : class
    {
        if (tokens.Count > MostWords)
        {
            problems.Add(phrase, $"A condition has at most {MostWords} words");
            return null;
        }
        return read(this) is { } whole && tokens.End() ? whole : null;
    }

    private Condition? Or()
    {
        var left = And();
        while (left is not null && tokens.Take("or"))
            left = And() is { } right ? new Or(left, right) : null;
        return left;
    }

    private Condition? And()
    {
        var left = Not();
        while (left is not null && tokens.Take("and"))
            left = Not() is { } right ? new And(left, right) : null;
        return left;
    }

    private Condition? Not()
    {
        if (tokens.Take("not"))
            return Not() is { } inner ? new Not(inner) : null;
        if (tokens.Take("("))
            return Or() is { } inner && tokens.Expect(")") ? inner : null;
        return new FactParser(tokens, problems, ofError).Read(Count);
    }

    /// <summary><c>count of (open error in ENV where Y) = 0</c>, after <c>count</c>.</summary>
    private Condition? Count() =>
        tokens.Expect("of (")
        && Select() is { } selection
        && tokens.Expect(")")
        && tokens.Comparison() is { } comparison
        && tokens.Number() is { } limit
            ? new Count(selection, comparison, limit)
            : null;

    /// <summary><c>open error in ENV where Y</c></summary>
    private Selection? Select()
    {
        if (!tokens.Expect("open error in") || tokens.Name() is not { } environment)
            return null;
        if (!tokens.Take("where"))
            return new(environment);
        var outside = ofError;
        ofError = true;
        var where = Or();
        ofError = outside;
        return where is null ? null : new(environment, where);
    }
}
