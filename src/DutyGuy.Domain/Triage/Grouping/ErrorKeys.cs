using System.Security.Cryptography;
using System.Text;

namespace DutyGuy.Domain;

/// <summary>
/// By what an event is found to belong to an error. An event belongs to the error that knows the first of its keys; an error
/// knows the keys of its events.
/// </summary>
/// <param name="Cause">The key of the cause: type and place of the fault, or the words.</param>
/// <param name="Finer">Finer than the cause, the finest first: known only where a person split an error.</param>
/// <param name="Sought">Traces by which an error is found again whose frame a compiler has inlined.</param>
/// <param name="Left">Traces for those to come; one that two errors leave says nothing.</param>
public sealed record ErrorKeys(
    string Cause,
    IReadOnlyList<string> Finer,
    IReadOnlyList<string> Sought,
    IReadOnlyList<string> Left
)
{
    /// <summary>Goes up with every change after which an event may have other keys.</summary>
    public const int Version = 2;

    /// <summary>How the keys of traces begin; they are hexadecimal digits otherwise.</summary>
    public const string TraceMark = "t";

    /// <summary>All of them.</summary>
    public IEnumerable<string> All => [.. Finer, Cause, .. Sought, .. Left];

    /// <summary>Its message without what changes from time to time.</summary>
    public static string WordsOf(ErrorSighting e, RaisedException? raised) =>
        MessageShape.Of(raised?.Value is { Length: > 0 } value ? value : e.Message ?? (raised is null ? e.Title : ""));

    internal static ErrorKeys Of(ErrorSighting e, Finding finding, string caller)
    {
        var words = WordsOf(e, finding.Raised);
        var isTold = e.FingerprintOverride.Count > 0;
        var key = Key(
            "cause",
            isTold
                ? e.FingerprintOverride.SelectMany(p => IsDefault(p) ? Parts(finding, words) : ["own " + p])
                : Parts(finding, words)
        );
        var (sought, left) = isTold ? ([], []) : Traces(e, finding);
        return new(
            key,
            [Key("words and caller", [key, words, caller]), Key("words", [key, words]), Key("caller", [key, caller])],
            sought,
            left
        );
    }

    /// <summary>Whether a part of a fingerprint stands for ours.</summary>
    internal static bool IsDefault(string part) =>
        part.Trim() is ['{', '{', .. var word, '}', '}'] && word.Trim() is "default";

    // Where nothing names the function or its line the words must help to tell errors apart.
    private static IEnumerable<string> Parts(Finding f, string words) =>
        f.Fault is null || f.Raised?.IsMadeUp == true || (f.Name.Function.Length == 0 && ShapeOf(f) is null)
            ? [f.Type, f.Name.Place, f.Name.Function, words]
            : [f.Type, f.Name.Place, f.Name.Function, ShapeOf(f) ?? "", .. Guard(f)];

    // Two checks that one function makes are two faults.
    private static IEnumerable<string> Guard(Finding f) =>
        f is { Rule: FaultRule.Caller, At: > 0 } ? [f.Own[f.At - 1].Name.Function] : [];

    // A function that calls itself without end is at fault, not one of its lines.
    private static string? ShapeOf(Finding f) => f.Rule == FaultRule.Recursion || IsRepeated(f) ? null : f.Fault?.Shape;

    private static bool IsRepeated(Finding f) =>
        f.At + 1 < f.Own.Count && f.Own[f.At + 1].Frame.Function == f.Own[f.At].Frame.Function;

    /// <summary>
    /// .NET's compiler may put a function into the one that calls it: the frame is gone, its caller stands on top at the same
    /// line, or without a line. So an error notes where its frames were called (`in`) and what stood on top (`on`). And only
    /// one of two ways of telling a stack numbers the lambdas of a method.
    /// </summary>
    private static (IReadOnlyList<string> Sought, IReadOnlyList<string> Left) Traces(ErrorSighting e, Finding f)
    {
        if (f.Fault is null)
            return ([], []);
        var (sought, left) = (new List<string>(), new List<string>());
        if (e.Platform is not "csharp")
        {
            // Some builds and some set-ups tell no source.
            if (f.Name.Function.Length > 0 && f.Rule != FaultRule.Recursion)
                Either(ShapeOf(f) is not null, "line", f.Name);
            // Some browsers forget who waited: a stack that ends where others go on belongs to the only error that went on.
            if (f.Fault.Signs.HasFlag(SourceSigns.Named))
            {
                if (f.At + 1 == f.Own.Count)
                    sought.Add(Name("through", f.Name));
                left.AddRange(f.Own.Take(f.At).Select(o => Name("through", o.Name)));
            }
            return (sought, left);
        }
        var (top, called) = (f.Own[0], f.Own.Skip(1).Take(f.At + 2).ToList());
        if (e.Release is not null && top.Frame.Line is not null)
        {
            sought.Add(Line("in", top));
            left.Add(Line("on", top));
            foreach (var frame in called.Where(o => o.Frame.Line is not null))
            {
                sought.Add(Line("on", frame));
                left.Add(Line("in", frame));
            }
        }
        if (top.Frame.Line is null)
            sought.Add(Name("in", top.Name));
        (Guard(f).Any() ? left : sought).Add(Name("guard", f.Name));
        left.AddRange(called.Select(o => Name("in", o.Name)));
        var function = CodeName.Unnumbered(f.Name.Function);
        if (function.EndsWith(CodeName.Lambda, StringComparison.Ordinal))
            Either(function.Length < f.Name.Function.Length, "number", f.Name with { Function = function });
        return (sought, left);

        // Who tells more leaves word for who tells less, and the other way round.
        void Either(bool tellsMore, string kind, CodeName name)
        {
            sought.Add(Name(kind + (tellsMore ? " less" : " more"), name));
            left.Add(Name(kind + (tellsMore ? " more" : " less"), name));
        }

        string Line(string kind, (Frame Frame, CodeName Name) at) =>
            TraceMark + Key(kind, [f.Type, e.Release!, at.Name.Place, at.Name.Function, $"{at.Frame.Line}"]);

        string Name(string kind, CodeName name) => TraceMark + Key(kind, [f.Type, name.Place, name.Function]);
    }

    private static string Key(string kind, IEnumerable<string> parts)
    {
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes(kind + "\n" + string.Join('\n', parts)));
        return Convert.ToHexStringLower(hash.AsSpan(0, 16));
    }
}
