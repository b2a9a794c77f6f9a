using System.Text.RegularExpressions;

namespace DutyGuy.Domain;

/// <summary>The frames of own code in a stack, from the one that raised.</summary>
internal static partial class OwnStack
{
    /// <summary>
    /// Own frames from the one that raised: without what stands on top only because of how the stack was taken (a deferred
    /// function that recovers, the constructor of the error, a native function told at its caller's line).
    /// </summary>
    public static List<(Frame Frame, CodeName Name)> Of(
        RaisedException x,
        string type,
        Language language,
        out bool byLibrary
    )
    {
        var frames = x.Frames.SkipWhile(f => IsErrors(f, type, language)).ToList();
        if (frames.Count == 0)
            frames = [.. x.Frames];
        if (language == Language.Go && frames.Count > 1 && IsDeferred(frames))
            frames.RemoveAt(0);
        if (language == Language.Ruby)
            frames = [.. frames.Where((f, i) => i + 1 >= frames.Count || !IsToldAtItsCaller(f, frames[i + 1]))];
        var own = frames
            .Where(f => OwnCode.Is(f, language))
            .Select(f => (Frame: f, Name: CodeName.Of(f, language)))
            .ToList();
        if (own.Count == 0)
            own = [.. x.Frames.Where(f => OwnCode.Is(f, language)).Select(f => (f, CodeName.Of(f, language)))];
        byLibrary =
            !ReferenceEquals(
                own[0].Frame,
                x.Frames.FirstOrDefault(f =>
                    !IsErrors(f, type, language) && !(language == Language.Go && IsStandardPanic(f))
                )
            ) && !(language == Language.Go && OwnCode.Is(x.Frames[0], language));
        // Not every browser tells `JSON.parse` and `Array.map`.
        if (
            own[0].Frame.Signs.HasFlag(SourceSigns.Named)
            && x.Frames.TakeWhile(f => !ReferenceEquals(f, own[0].Frame))
                .All(f => IsNative(f) || IsErrors(f, type, language))
        )
            byLibrary = false;
        return own;
    }

    // The error's own constructor (Firefox tells it), `ArgumentNullException.ThrowIfNull`, `assert.ok` of Node.
    private static bool IsErrors(Frame frame, string type, Language language)
    {
        var name = CodeName.Of(frame, language);
        if (language == Language.DotNet)
            return name.Place == type || name.Place is "Debug" or "Contract" or "Guard" && !OwnCode.Is(frame, language);
        if (
            language == Language.Script
            && frame.Path is { } path
            && path.Contains("assert", StringComparison.Ordinal)
            && !OwnCode.Is(frame, language)
        )
            return true;
        if (frame.Signs.HasFlag(SourceSigns.Named) && ErrorClass().IsMatch(name.Function))
            return true;
        return type.Length > 0
            && (name.Function == type || name.Function.StartsWith(type + ".", StringComparison.Ordinal))
            && type is not "Error";
    }

    /// <summary>Whether all own frames only tell of errors or hand requests on: then no line of own code is at fault.</summary>
    public static bool IsOnlyHandedOn(
        IReadOnlyList<(Frame Frame, CodeName Name)> own,
        Language language,
        bool byLibrary
    ) => own.All(f => byLibrary && IsBetween(f.Name) || IsReporter(f.Frame, language));

    // Middleware stands under every request.
    private static bool IsBetween(CodeName name) =>
        name.PlaceWords.Concat(name.FunctionWords).Any(w => w is "middleware" or "middlewares" or "interceptor")
        || name.Function.StartsWith("doFilter", StringComparison.Ordinal);

    // `writeError`, `errorHandler`: Go tells the stack where an error was reported, not where it came from.
    private static bool IsReporter(Frame frame, Language language)
    {
        if (language != Language.Go || frame.Signs.HasFlag(SourceSigns.Known))
            return false;
        var words = CodeName.Of(frame, language).FunctionWords;
        return words.Any(w => w is "error" or "errors" or "err" or "panic" or "failure" or "problem")
            && words.Any(Telling.Contains);
    }

    private static readonly HashSet<string> Telling = CodeWords.Set(
        "write send render report respond response handle handler capture log reply return answer recover fail"
    );

    private static bool IsNative(Frame frame) =>
        frame.Path is null or "<anonymous>" or "native" or "[native code]" or "self-hosted";

    private static bool IsStandardPanic(Frame frame) => frame.Module is "runtime";

    // Go tells where `recover` was called. It is a closure of a function further down, or its line says so.
    private static bool IsDeferred(List<Frame> frames)
    {
        if (frames[0].Signs.HasFlag(SourceSigns.Reports) || IsReporter(frames[0], Language.Go))
            return true;
        var closure = GoClosure().Match(frames[0].Function ?? "");
        return closure.Success
            && !frames[0].Signs.HasFlag(SourceSigns.Known)
            && frames.FindIndex(1, f => f.Module == frames[0].Module && f.Function == closure.Groups["outer"].Value)
                > 1;
    }

    // `fetch` of a hash is told at the line of the Ruby method that calls it.
    private static bool IsToldAtItsCaller(Frame frame, Frame caller) =>
        frame.Path == caller.Path
        && frame.Line == caller.Line
        && frame.Line is not null
        && frame.Function != caller.Function;

    [GeneratedRegex(@"^\p{Lu}\w*(Error|Exception|Failure|Fault)$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex ErrorClass();

    [GeneratedRegex(@"^(?<outer>.+)\.(func)?\d+$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex GoClosure();
}
