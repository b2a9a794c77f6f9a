using System.Text.RegularExpressions;

namespace DutyGuy.Domain;

/// <summary>
/// Which frames are a team's own code. Where a file lies and what a type is called says it better than the sender, who can
/// be set up differently in each place; the sender is asked when neither does.
/// </summary>
internal static partial class OwnCode
{
    private static readonly HashSet<string> GoStandard = CodeWords.Set(
        """
        archive bufio builtin bytes cmp compress container context crypto database debug embed encoding errors
        expvar flag fmt go hash html image internal io iter log maps math mime net os path plugin reflect regexp
        runtime slices sort strconv strings structs sync syscall testing text time unicode unique unsafe
        """
    );

    /// <summary>Whether the frame is own code.</summary>
    public static bool Is(Frame frame, Language language)
    {
        var path = frame.Path ?? "";
        if (LibraryPath().IsMatch(path))
            return false;
        return language switch
        {
            Language.DotNet => !DotNetLibrary().IsMatch(frame.Module ?? "") && frame.InApp != false,
            Language.Script => path.Length > 0 && !NoScript().IsMatch(path),
            Language.Go => !IsStandard(frame)
                && (frame.InApp != false || path.Length > 0 && !path.Contains("/go/", StringComparison.Ordinal)),
            Language.Python or Language.Ruby => path.Length > 0,
            Language.Java => !JavaLibrary().IsMatch(frame.Module ?? "") && frame.InApp != false,
            _ => frame.InApp ?? true,
        };
    }

    private static bool IsStandard(Frame frame) =>
        frame.Module is { } module && GoStandard.Contains(module.Split('/', '.')[0]) && module != "main";

    [GeneratedRegex(
        @"(^|[/\\])(node_modules|bower_components|site-packages|dist-packages|gems|vendor|rustc|\.cargo|pkg[/\\]mod|gocode)[/\\]|(^|[/\\])(usr[/\\])?(local[/\\])?lib(64)?[/\\](python|ruby|go|node|php|jvm)[\w.-]*[/\\]|^<(frozen|internal|string|stdin)|[/\\]python\d[\d.]*[/\\]lib[/\\]|^[\w.-]+\.\w+/[\w./-]+@v\d",
        RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex LibraryPath();

    [GeneratedRegex(
        @"^(node:|internal/|<anonymous>|native|\[native|self-hosted|\w+-extension:|webpack/)",
        RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex NoScript();

    [GeneratedRegex(
        @"^(System|Internal|Microsoft|Interop|Windows|Mono|FSharp|Newtonsoft|Npgsql|Dapper|Polly|Serilog|NLog|log4net|Grpc|Google\.Protobuf|RabbitMQ|Confluent|StackExchange|Castle|Autofac|FluentValidation|AutoMapper|MediatR|MassTransit|Quartz|Hangfire|Sentry|MySql(Connector)?|MongoDB|Amazon|Azure|Elastic|Refit|RestSharp|Xunit|NUnit|Moq|OpenTelemetry)\.",
        RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex DotNetLibrary();

    [GeneratedRegex(
        @"^(java|javax|jakarta|jdk|sun|com\.sun|kotlin|kotlinx|scala|groovy|clojure|android|androidx|dalvik|org\.(springframework|apache|hibernate|eclipse|jboss|slf4j|junit)|io\.(netty|grpc|micrometer|reactivex|sentry|vertx)|reactor|com\.(google|fasterxml|zaxxer|mysql)|okhttp3|retrofit2)\.",
        RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex JavaLibrary();
}
