using System.Text.RegularExpressions;

namespace DutyGuy.Domain;

/// <summary>
/// Whether a function refuses what it was handed: then who called it is at fault. It is known by the type and the words of
/// what it raises, and by its own name.
/// </summary>
internal static partial class GuardSign
{
    private static readonly HashSet<string> Verbs = CodeWords.Set(
        """
        assert check demand ensure expect guard must require validate verify insist precondition enforce refuse
        reject invariant checked validated verified ensured asserted
        """
    );

    private static readonly HashSet<string> Places = CodeWords.Set(
        """
        assert asserts assertion assertions check checks checker checking contract contracts ensure guard guards
        precondition preconditions require requires validate validation validations validator validators verify
        invariant invariants rules limits sanity expect must need needs demand demands argument arguments args param params parameters sane schema schemas
        """
    );

    private static readonly HashSet<string> Throwers = CodeWords.Set(
        """
        throw raise fail panic die abort bail oops invariant unreachable reject
        """
    );

    private static readonly HashSet<string> ThrowersPlaces = CodeWords.Set(
        "error errors exception exceptions failure failures fault faults problem problems throw throws"
    );

    /// <summary>Whether a type of its own says that an argument was refused.</summary>
    public static bool IsArgument(string type) => ArgumentType().IsMatch(type);

    /// <summary>Whether the words say what an argument has to be.</summary>
    public static bool Demands(string value) => Demand().IsMatch(value);

    /// <summary>Whether the function is there to check what it is given.</summary>
    public static bool IsChecker(CodeName name)
    {
        var words = name.FunctionWords;
        return words.Count > 0 && (Verbs.Contains(words[0]) || name.PlaceWords.Any(Places.Contains));
    }

    /// <summary>Whether the function takes whatever it is given: where it refuses, who gave it is at fault.</summary>
    public static bool TakesAnything(Frame frame, Language language) =>
        frame.Signs.HasFlag(SourceSigns.TakesAnything)
        || language == Language.DotNet
            && !(frame.Function ?? "").Contains(")+", StringComparison.Ordinal)
            && SourceSign.IsForAnything(DotNetName.Parameters(frame.Function ?? "").Select(p => p.Name));

    /// <summary>Whether the function only raises what its caller decided on (`fail`, `ThrowIfNull`).</summary>
    public static bool IsThrower(CodeName name) =>
        name.FunctionWords is [var first, ..] && Throwers.Contains(first)
        || name.PlaceWords is { Count: > 0 } place && place.All(ThrowersPlaces.Contains);

    [GeneratedRegex(
        @"^(\w*Argument(Null|OutOfRange|Type|Value)?(Exception|Error|Fault)?|Assert(ion)?(Failed)?(Error|Exception)|\w*Precondition\w*|\w*Contract\w*(Error|Exception)|InvariantViolation|(Invalid|Bad|Illegal)(Input|Value|Parameter)\w*|Invariant\w*)$",
        RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex ArgumentType();

    [GeneratedRegex(
        @"\b(must|should|shall|has to|have to|needs? to|ought to)( not|n't)? (be|have|contain|match|start|end|equal|lie|fall|come|hold|consist|include|exceed)\b|\b(cannot|can't|can not|may not|mustn't|shouldn't) be (a |an )?(null|nil|none|empty|blank|undefined|negative|zero|missing|less|greater|more|smaller|larger|below|above|before|after|both|omitted)|\b(is|are|was|were) (required|mandatory|not optional)\b|\brequired (parameter|argument|field|property|value)|\bmissing (required |mandatory )?(parameter|argument)|\bwrong number of arguments\b|\binvalid (parameter|argument)\b|\bexpected (a|an|one of|at least|at most|[a-z]+ to be)\b|\bexpected\b.+\b(got|but|received|found)\b|\b(is|was) not (a|an) (valid )?(string|number|integer|boolean|array|object|date|function|list|map|float|positive|whole)|\bnon-?(null|negative|empty|zero|blank)\b|\b(only|no) (positive|negative|empty) ",
        RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase,
        1000
    )]
    private static partial Regex Demand();
}
