using DutyGuy.Domain;

namespace DutyGuy.Features.Triage;

/// <summary>A kind of events in words: what tells it from the others.</summary>
static class VariantWords
{
    /// <summary>“no currency”, called by checkout of pages; what all have in common is left out.</summary>
    public static string Of(ErrorVariant kind, IReadOnlyList<ErrorVariant> all)
    {
        var parts = new List<string>();
        if (Differ(all, v => (v.Place, v.Function)))
            parts.Add("in " + Function(kind.Place, kind.Function));
        if (Differ(all, v => v.Type))
            parts.Add(kind.Type);
        if (Differ(all, v => v.Words))
            parts.Add(kind.Words.Length > 0 ? $"“{kind.Words}”" : "without words");
        if (Differ(all, v => v.Caller))
            parts.Add(kind.Caller.Length > 0 ? $"called by {Caller(kind.Caller)}" : "caller not known");
        return string.Join(", ", parts);
    }

    static string Caller(string caller)
    {
        var at = caller.IndexOf(' ', StringComparison.Ordinal);
        return Function(caller[..Math.Max(at, 0)], caller[(at + 1)..]);
    }

    static string Function(string place, string function) =>
        GroupingWords.Function(place, function) + (place.Length > 0 ? $" of {place}" : "");

    static bool Differ<T>(IReadOnlyList<ErrorVariant> all, Func<ErrorVariant, T> of) => all.DistinctBy(of).Count() > 1;
}
