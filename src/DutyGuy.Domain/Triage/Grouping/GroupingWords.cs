namespace DutyGuy.Domain;

/// <summary>Why the events of an error are one, as a sentence for people.</summary>
public static class GroupingWords
{
    /// <summary>"All were raised in firstFree, slots.js:9: the innermost line of our own code."</summary>
    public static string Of(ErrorCause cause) =>
        cause.Rule switch
        {
            FaultRule.Told => "The application itself says that they belong together.",
            FaultRule.Words => "They came without a stack, so the words alone count: all say the same.",
            FaultRule.Library => Library(cause),
            FaultRule.Innermost => $"All were raised in {Fault(cause)}: the innermost line of our own code.",
            FaultRule.Caller when Above(cause) is { } refused =>
                $"{Called(refused)} refused what it was given, so the one that called it counts: {Fault(cause)}.",
            FaultRule.Caller => $"What was handed over was refused, so the one that called counts: {Fault(cause)}.",
            FaultRule.Asker when Above(cause) is { } asked =>
                $"A call through {Called(asked)} failed; the one that asked for it counts: {Fault(cause)}.",
            FaultRule.Asker => $"A call to another system failed; the one that asked for it counts: {Fault(cause)}.",
            _ => $"{Function(cause)} calls itself without end: {At(cause.Fault, cause.Place)}.",
        };

    /// <summary>A function by its name in the source: "firstFree", "a lambda in Sum", "the constructor of Cart".</summary>
    public static string Function(ErrorCause cause) => Function(cause.Place, cause.Function);

    /// <summary>The same of a place and a function.</summary>
    public static string Function(string place, string function)
    {
        var parts = CodeName.Unnumbered(function).Split('>');
        var outer = parts[0] switch
        {
            "" => "a function without a name",
            ".ctor" => $"the constructor of {place}",
            var name => name,
        };
        return parts[^1] == parts[0]
            ? function.Length > 0 && parts[0] == outer
                ? function
                : outer
            : parts[^1].Split(':')[0] == "lambda"
                ? $"a lambda in {outer}"
                : $"{parts[^1]} in {outer}";
    }

    private static string Library(ErrorCause cause) =>
        cause.Function.Length == 0
            ? "No line of our own code is in the stack, so type and words count: they are the same."
            : $"No line of our own code is in the stack: all broke in {cause.Function} of a library, with the same words.";

    private static string Fault(ErrorCause cause) =>
        At(cause.Fault, cause.Place) is { Length: > 0 } at ? $"{Function(cause)}, {at}" : Function(cause);

    // slots.js:9
    private static string At(Frame? frame, string place)
    {
        var file = frame?.Path is { Length: > 0 } path ? path[(path.LastIndexOfAny(['/', '\\']) + 1)..] : place;
        return frame?.Line is > 0 and var line ? $"{file}:{line}" : file;
    }

    // The innermost frame of own code, where another one is at fault.
    private static Frame? Above(ErrorCause cause) =>
        cause.Raised?.Frames.TakeWhile(f => f != cause.Fault).FirstOrDefault(f => f.InApp != false);

    private static string Called(Frame frame)
    {
        var function = frame.Function is { Length: > 0 } name ? name.Split('(')[0].Split(' ')[^1] : "A function";
        return At(frame, frame.Module ?? "") is { Length: > 0 } at ? $"{function}, {at}," : function;
    }
}
