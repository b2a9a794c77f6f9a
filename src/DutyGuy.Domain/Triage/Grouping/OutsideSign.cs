using System.Text.RegularExpressions;

namespace DutyGuy.Domain;

/// <summary>
/// Whether another system said no (a service, a database), and whether a function only passes calls to it on: then who named
/// the address is at fault, not the function through which all calls go.
/// </summary>
internal static partial class OutsideSign
{
    private static readonly HashSet<string> CallWords = CodeWords.Set(
        """
        save insert update add remove store persist commit upsert create find select count all first down up else fallback attempt attempts times wrapped
        get post put patch delete head request requests fetch call calls send query queries exec execute executes
        run runs invoke perform do make load read write download upload json text html xml form bytes stream
        string content http https api rest rpc grpc graphql soap sql db database data raw async sync safe safely
        with without retry retries retrying again timeout deadline quick quickly soon fast slow slowly later now
        once many single scalar non reader command statement rows row result results response body url uri path
        endpoint resource remote upstream backend service internal base generic wrapper helper and or to from by
        the of for in over at a an it throw ok must try client session connection transaction tx go ask talk
        dispatch transmit hit through via proxy relay forward pipe pull push process open connect wire exchange
        round trip core impl inner impatient impatiently patient patiently hasty hastily short long limited timed
        within page strict strictly lookup retrieve receive prepared handle parse decode decoded parsed err error
        """
    );

    private static readonly HashSet<string> CallPlaces = CodeWords.Set(
        """
        upstream http https api apis rest rpc grpc graphql client clients gateway gateways remote transport net
        network fetch fetcher request requests requester web db database sql store stores storage repository
        repositories repo dal dao pool connection connections conn query queries session sessions redis cache
        mongo postgres sqlite mysql backend server service services proxy wire link bus caller call calls io
        external outside adapter adapters infra infrastructure connector connectors bridge channel lib utils util
        helpers helper common shared core base tools support data persistence record records table tables ledger
        archive vault warehouse
        """
    );

    // These do whatever they are handed, in any program.
    private static readonly HashSet<string> Vague = CodeWords.Set(
        """
        save insert update add remove store persist commit upsert create find select count all first attempt times
        run runs do make perform process handle invoke dispatch execute load read write open go use try parse send
        """
    );

    /// <summary>Whether type or words say that another system refused, failed, was late or was not there.</summary>
    public static bool Is(string type, string value) => OutsideType().IsMatch(type) || OutsideWords().IsMatch(value);

    /// <summary>Whether the function passes calls on, whatever they are for: its line names no address.</summary>
    /// <param name="isOutside">Whether another system said no; else only a function that is given an address is taken for one.</param>
    public static bool PassesOn(Frame frame, CodeName name, Language language, bool isOutside)
    {
        if (frame.Signs.HasFlag(SourceSigns.NamesAddress))
            return false;
        if (frame.Signs.HasFlag(SourceSigns.TakesAddress))
            return true;
        if (
            language == Language.DotNet
            && DotNetName
                .Parameters(frame.Function ?? "")
                .Any(p => SourceSign.IsAddressName(p.Name) || RequestType().IsMatch(p.Type))
        )
            return true;
        var words = name.FunctionWords;
        return isOutside
            && words.Count > 0
            && words.All(CallWords.Contains)
            && (!words.All(Vague.Contains) || name.PlaceWords.All(CallPlaces.Contains));
    }

    [GeneratedRegex(
        @"^(Http\w*(Request|Message)\w*|Uri|\w*(Sql|Db|Sqlite)\w*Command)$",
        RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex RequestType();

    [GeneratedRegex(
        @"http|time?d?.?out|socket|connect|network|axios|fetch|sql|sqlite|postgres|mysql|mongo|redis|database|^db|integrity|unique|constraint|operational|deadlock|grpc|rpc|smtp|ssl|tls|dns|url.?error|requesterror|requestexception|response|gateway|upstream|api.?(error|exception)|cancel+ed|abort|refused|unreachable|remote|transport|status|backend|partner|unavailable|rejected|toolate|EOFError|IOError|IOException|OpError|^E(CONN|NOTFOUND|TIMEDOUT|AI_)",
        RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase,
        1000
    )]
    private static partial Regex OutsideType();

    [GeneratedRegex(
        @"^\D{0,3}[45]\d\d\b|\b[45]\d\d\W*$|\b(did not|didn't|was not|wasn't|never) answer(ed)?\b|\banswered (with )?(not found|\w+ error)|\b(took|was) too (long|late|slow)\b|\bstatus( code)?\b\D{0,12}[1-5]\d\d\b|\bHTTP\b.{0,24}\b[45]\d\d\b|\b[45]\d\d (bad request|unauthorized|forbidden|not found|conflict|gone|internal server error|bad gateway|service unavailable|gateway time|too many)|\b(ECONN\w+|ENOTFOUND|ETIMEDOUT|EAI_AGAIN|EPIPE|EHOSTUNREACH)\b|\btimed?[ -]?out\b|\bdeadline exceeded\b|\bconnection (was |is )?(refused|reset|closed|aborted|timed|failed|lost)|failed to (fetch|connect|open tcp)|fetch failed|networkerror|load failed|network request failed|socket hang up|\b(unique|foreign key|check|not null|primary key)?\s*constraint\b|\bduplicate (key|entry)|\bdeadlock\b|no such (host|table|column)|name or service not known|getaddrinfo|nodename nor servname|service unavailable|bad gateway|not valid json|unexpected (token|end of).*json|invalid json|unexpected end of (json )?input|JSON\.parse|aborted|was canceled",
        RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase,
        1000
    )]
    private static partial Regex OutsideWords();
}
