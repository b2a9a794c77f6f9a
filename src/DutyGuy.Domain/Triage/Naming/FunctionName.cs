using System.Text.RegularExpressions;

namespace DutyGuy.Domain;

/// <summary>
/// The name of a function as it stands in the source: what a compiler or a runtime made of a lambda, an asynchronous or a
/// local function is said in words, `Map (lambda)`. Empty when nothing is known that a person wrote.
/// </summary>
internal static partial class FunctionName
{
    private static readonly HashSet<string> Unknown =
    [
        .. (string[])
            ["?", "<anonymous>", "anonymous", "<unknown>", "unknown", "eval", "<eval>", "global code", "<main>"],
        .. (string[])["<module>", "<top (required)>", "Object.<anonymous>", "Array.<anonymous>", "Promise.<anonymous>"],
        .. (string[])["MoveNext", "lambda_method", "{main}", "Function.<anonymous>", "global.<anonymous>"],
    ];

    /// <summary>The name; a constructor has that of its type, which the module tells.</summary>
    public static string Of(Frame frame)
    {
        // An asynchronous method of .NET, a coroutine of Kotlin and a closure of F# say their name in the type that was made.
        var function = frame.Function?.Trim() ?? "";
        if (InType().Match(frame.Module ?? "") is { Success: true } type && IsInner().IsMatch(function))
            function = type.Groups["name"].Value + (type.Groups["closure"].Success ? " (lambda)" : "");
        return Unknown.Contains(function) ? "" : Plain(function, frame.Module);
    }

    private static string Plain(string told, string? module)
    {
        var name = FunctionForms.Plain(told);
        if (Constructor().IsMatch(name))
            name = "constructor" + (TypeOf(module) is { Length: > 0 } type ? " of " + type : "");
        return MadeUp().IsMatch(name) || Unknown.Contains(name) ? "" : name;
    }

    /// <summary>The type, or the module, that it belongs to; empty when none is told.</summary>
    public static string TypeOf(string? module) => module is null ? "" : TypeName.Of(ModuleOf(module));

    /// <summary>The module without the types that a compiler made in it.</summary>
    public static string ModuleOf(string module) => MadeUpType().Replace(module, "");

    [GeneratedRegex(
        @"^(.*\.)?(\.ctor|\.cctor|<init>|<clinit>|__construct|ctor)(\(\))?$",
        RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex Constructor();

    [GeneratedRegex(
        @"[+.$](<(?<name>\w+)>d(__\d+)?|(?<name>\w+)\$\d+|(?<name>[a-z]\w*)@\d+(?<closure>(-\d+)?))$",
        RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex InType();

    [GeneratedRegex(@"^(MoveNext|invokeSuspend|Invoke)(\(\))?$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex IsInner();

    [GeneratedRegex(@"\+(<.*|[^+]*@\d.*)$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex MadeUpType();

    // What is still left of a compiler's names says nothing.
    [GeneratedRegex(
        @"[<>]\w*__|<>|DisplayClass|__\d+$|\$\$Lambda|^lambda_method|^access\$\d",
        RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex MadeUp();
}
