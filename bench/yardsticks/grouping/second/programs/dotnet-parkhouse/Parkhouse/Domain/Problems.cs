namespace Parkhouse.Domain;

public class ParkException(string code, string message, Exception inner = null) : Exception(message, inner)
{
    public string Code => code;
}

public sealed class UpstreamException(string service, Exception inner) : ParkException("upstream", service + " gave no answer", inner);

// Problems are made here and thrown elsewhere.
public static class Problems
{
    static readonly Dictionary<string, string> Words = new()
    {
        ["en"] = "The barrier is closed", ["de"] = "Die Schranke ist geschlossen", ["fr"] = "La barrière est fermée", ["pl"] = "Szlaban jest zamknięty", ["ja"] = "ゲートは閉じています",
    };

    // @PAD@
    public static ParkException NotFound() => new("not-found", "Nothing was found");

    public static ParkException Closed(string language) => new("closed", Words[language]);
}
