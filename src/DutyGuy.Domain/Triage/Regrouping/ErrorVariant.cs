using NodaTime;

namespace DutyGuy.Domain;

/// <summary>Kept events of an error that nothing tells apart; a person chooses by these what is another error.</summary>
/// <param name="Key">Its finest key: by it the kind is chosen.</param>
/// <param name="Events">How many of them are kept.</param>
/// <param name="LastSeen">When the newest came.</param>
/// <param name="Newest">Number of the newest event, as its sender gave it.</param>
/// <param name="Type">Type of the exception.</param>
/// <param name="Words">The message without what changes from time to time.</param>
/// <param name="Caller">Who called the function at fault; empty when not known.</param>
/// <param name="Place">File, module or type of the fault.</param>
/// <param name="Function">The function at fault; empty when it has no name.</param>
public sealed record ErrorVariant(
    string Key,
    int Events,
    Instant LastSeen,
    string Newest,
    string Type,
    string Words,
    string Caller,
    string Place,
    string Function
)
{
    /// <summary>The kinds among kept events, the most frequent first.</summary>
    public static IReadOnlyList<ErrorVariant> Of(IEnumerable<KeptSighting> kept) =>
        [
            .. kept.GroupBy(KeyOf, StringComparer.Ordinal)
                .Select(g => Of(g.Key, [.. g]))
                .OrderByDescending(v => v.Events)
                .ThenByDescending(v => v.LastSeen)
                .ThenBy(v => v.Key, StringComparer.Ordinal),
        ];

    /// <summary>The kind of an event.</summary>
    public static string KeyOf(KeptSighting kept) => kept.Cause.Keys.Finer[0];

    private static ErrorVariant Of(string key, IReadOnlyList<KeptSighting> events)
    {
        var newest = events.MaxBy(e => e.Event.Id)!;
        var cause = newest.Cause;
        return new(
            key,
            events.Count,
            newest.Event.At,
            newest.Event.EventId,
            cause.Type,
            newest.Words,
            cause.Caller,
            cause.Place,
            cause.Function
        );
    }
}
