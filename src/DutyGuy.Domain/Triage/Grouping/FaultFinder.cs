using System.Text.RegularExpressions;

namespace DutyGuy.Domain;

/// <summary>Finds the frame that is at fault; pure.</summary>
internal static partial class FaultFinder
{
    private const int FewestRepeats = 3;
    private const int LongestMadeUp = 2;

    public static Finding Of(ErrorSighting e)
    {
        var language = LanguageOf(e);
        var candidates = Speaking(e.Chain, language).Select(x => Of(x, language)).ToList();
        if (candidates.Count > 0)
            // Several at once (`Promise.any`): the same one whatever the order.
            return candidates.MinBy(c => $"{c.Type} {c.Name.Place} {c.Name.Function}", StringComparer.Ordinal)!;
        var raised = e.Chain.LastOrDefault(x => x.Frames.Count > 0) ?? e.Chain.LastOrDefault();
        return raised is null
            ? new("message", null, CodeName.None, FaultRule.Words, null, [], 0)
            : Library(raised, TypeOf(raised.Type ?? "", raised.Value ?? ""), language);
    }

    private static Finding Library(RaisedException x, string type, Language language)
    {
        var top = x.Frames.Select(f => CodeName.Of(f, language)).FirstOrDefault(n => n.Function.Length > 0);
        var rule = x.Frames.Count > 0 ? FaultRule.Library : FaultRule.Words;
        return new(type, null, top.Function is null ? CodeName.None : top, rule, x, [], 0);
    }

    /// <summary>
    /// The innermost exceptions with a frame of own code: what wraps them is no cause. But an outer one that its line does not
    /// raise is a fault of its own, in the code that handles the inner one.
    /// </summary>
    private static IEnumerable<RaisedException> Speaking(IReadOnlyList<RaisedException> chain, Language language)
    {
        var own = chain.Where(x => x.Frames.Any(f => OwnCode.Is(f, language))).ToList();
        if (own.Count == 0)
            return [];
        for (var i = own.Count - 1; i > 0; i--)
            if (
                IsRuntime(own[i].Type ?? "") && DoesNotRaise(own[i].Frames.First(f => OwnCode.Is(f, language)).Signs)
                || IsOfHandler(own[i], own[i - 1], language)
            )
                return [own[i]];
        var parents = own.Select(x => x.Parent).ToHashSet();
        var leaves = own.Where(x => x.Id is null || !parents.Contains(x.Id)).ToList();
        return own.Exists(x => x.Id is null) || leaves.Count == 0 ? [own[0]] : leaves;
    }

    // What a handler called failed: the outer one was raised where the inner one never was. Ruby does not say which it is.
    private static bool IsOfHandler(RaisedException outer, RaisedException inner, Language language)
    {
        if (!inner.WasHandled && language != Language.Ruby)
            return false;
        var raised = CodeName.Of(outer.Frames.First(f => OwnCode.Is(f, language)), language);
        return !GuardSign.IsThrower(raised)
            && !inner.Frames.Any(f => OwnCode.Is(f, language) && CodeName.Of(f, language).Function == raised.Function);
    }

    private static bool DoesNotRaise(SourceSigns signs) =>
        signs.HasFlag(SourceSigns.Known) && !signs.HasFlag(SourceSigns.Throws) && !signs.HasFlag(SourceSigns.Reports);

    private static Finding Of(RaisedException x, Language language)
    {
        var (type, value) = (TypeOf(x.Type ?? "", x.Value ?? ""), x.Value ?? "");
        // A minifier named the class.
        if (language == Language.Script && type.Length <= LongestMadeUp)
            type = "Error";
        var own = OwnStack.Of(x, type, language, out var byLibrary);
        if (OwnStack.IsOnlyHandedOn(own, language, byLibrary))
            return Library(x, type, language);
        if (IsOverflow(type) && Repeated(own) is { } repeated)
            return Found(repeated, FaultRule.Recursion);
        var at = 0;
        while (at + 1 < own.Count && GuardSign.IsThrower(own[at].Name))
            at++;
        if (at + 1 < own.Count && IsGuard(x, own[at], type, language, byLibrary))
        {
            if (IsInlined(own[at].Frame, x, language))
                return Found(at, FaultRule.Caller);
            var guard = own[at++].Name;
            while (at + 1 < own.Count && HandsOn(own[at], guard))
                at++;
            return Found(at, FaultRule.Caller);
        }
        var (first, isOutside) = (
            at,
            !(language == Language.Script && OnlyRuntime().IsMatch(type)) && OutsideSign.Is(type, value)
        );
        if (!isOutside && !byLibrary && IsRuntime(type))
            return Found(at, FaultRule.Innermost);
        while (at + 1 < own.Count && OutsideSign.PassesOn(own[at].Frame, own[at].Name, language, isOutside))
            at++;
        return Found(at, at > first ? FaultRule.Asker : FaultRule.Innermost);

        // A second step before the guard, beside it, refuses as little by itself.
        bool HandsOn((Frame Frame, CodeName Name) next, CodeName guard) =>
            GuardSign.IsChecker(next.Name)
            || next.Name.Place == guard.Place
                && (guard.Function == DotNetName.Constructor || GuardSign.TakesAnything(next.Frame, language));

        Finding Found(int i, FaultRule rule) => new(type, own[i].Frame, Anchored(own, i), rule, x, own, i);
    }

    // .NET lost the line of one frame, not of all: the function that raised was put into this one, its caller.
    private static bool IsInlined(Frame frame, RaisedException x, Language language) =>
        language == Language.DotNet && frame.Line is null && x.Frames.Any(f => f.Line is not null);

    private static bool IsGuard(
        RaisedException x,
        (Frame Frame, CodeName Name) top,
        string type,
        Language language,
        bool byLibrary
    )
    {
        // What the runtime raises is no refusal; where the source is known, its line says so.
        var checks = GuardSign.IsChecker(top.Name) && (top.Frame.Signs.HasFlag(SourceSigns.Known) || !IsRuntime(type));
        var value = x.Value ?? "";
        if (byLibrary)
            return checks && !OutsideSign.Is(type, value);
        var signs = top.Frame.Signs;
        if (!signs.HasFlag(SourceSigns.Known) && NotCallable().IsMatch(value))
            return false;
        if (value.StartsWith("wrong number of arguments", StringComparison.Ordinal))
            return true;
        if (signs.HasFlag(SourceSigns.Known) && !signs.HasFlag(SourceSigns.Throws))
            return false;
        return checks
            || GuardSign.IsArgument(type)
            || GuardSign.Demands(value)
            || !IsRuntime(type)
                && !OutsideSign.Is(type, value)
                // What .NET's own methods raise is no refusal, also where they were put into this one.
                && !(language == Language.DotNet && x.Type?.StartsWith("System.", StringComparison.Ordinal) == true)
                && GuardSign.TakesAnything(top.Frame, language);
    }

    /// <summary>A function without a name is called after the one around it: the nearest above it in its file among its callers.</summary>
    private static CodeName Anchored(IReadOnlyList<(Frame Frame, CodeName Name)> own, int at)
    {
        var (frame, name) = own[at];
        if (name.Function.Length > 0)
            return name;
        var around = own.Skip(at + 1)
            .Where(f => f.Name.Function.Length > 0 && f.Frame.Path == frame.Path && f.Frame.Line <= frame.Line)
            .OrderByDescending(f => f.Frame.Line)
            .FirstOrDefault();
        return around.Frame is null ? name : name with { Function = around.Name.Function + CodeName.Lambda };
    }

    private static int? Repeated(List<(Frame Frame, CodeName Name)> own)
    {
        var counts = own.CountBy(f => f.Name).ToList();
        var most = counts.Max(c => c.Value);
        if (most < FewestRepeats)
            return null;
        // Functions that call each other without end: always the same one of them.
        var name = counts
            .Where(c => c.Value * 2 > most)
            .Select(c => c.Key)
            .MinBy(n => n.Place + " " + n.Function, StringComparer.Ordinal);
        return own.FindIndex(f => f.Name == name);
    }

    private static bool IsOverflow(string type) => type == "StackOverflow";

    /// <summary>The type's own name; what runtimes call differently is one.</summary>
    public static string TypeOf(string type, string value)
    {
        if (OverflowType().IsMatch(type) || OverflowWords().IsMatch(value))
            return "StackOverflow";
        var plain = type.Split(['`', '[', '<', ','])[0].TrimStart('*', '&');
        plain = plain[(plain.LastIndexOfAny(['.', ':', '+', '\\', '/', '$']) + 1)..];
        // What Go's errors are made of says nothing about them.
        return GoPlain().IsMatch(type) ? "error" : plain;
    }

    private static bool IsRuntime(string type) => RuntimeType().IsMatch(TypeOf(type, ""));

    private static Language LanguageOf(ErrorSighting e) =>
        e.Platform switch
        {
            "csharp" or "dotnet" or "fsharp" => Language.DotNet,
            "node" or "javascript" => Language.Script,
            "python" => Language.Python,
            "ruby" => Language.Ruby,
            "go" => Language.Go,
            "java" or "kotlin" => Language.Java,
            _ => Language.Other,
        };

    [GeneratedRegex(
        @"^(RecursionError|SystemStackError|(System\.)?(StackOverflow|InsufficientExecutionStack)(Exception|Error)|java\.lang\.StackOverflowError)$",
        RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex OverflowType();

    [GeneratedRegex(
        @"^(Maximum call stack size exceeded|too much recursion|maximum recursion depth exceeded|stack level too deep|stack overflow)",
        RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex OverflowWords();

    [GeneratedRegex(
        @"^(RangeError|ReferenceError|InternalError|EvalError|URIError)$",
        RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex OnlyRuntime();

    // What engines of JavaScript say themselves.
    [GeneratedRegex(@"^\S+ is not a (function|constructor)\b", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex NotCallable();

    [GeneratedRegex(@"^\*(errors|fmt)\.\w+$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex GoPlain();

    [GeneratedRegex(
        @"^(TypeError|NameError|ReferenceError|AttributeError|KeyError|IndexError|ZeroDivisionError|UnboundLocalError|NoMethodError|RangeError|NullReferenceException|NullPointerException|IndexOutOfRangeException|DivideByZeroException|KeyNotFoundException)$",
        RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex RuntimeType();
}
