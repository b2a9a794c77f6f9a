using System.Globalization;

namespace DutyGuy.Domain;

/// <summary>How grave an event is, in its sender's words.</summary>
public static class ErrorLevel
{
    /// <summary>From here on the numbers of Python's logging are errors.</summary>
    private const double FirstError = 40;

    /// <summary>
    /// Whether an event of this level is an error: all are but those that say they are none. A word that we do not know
    /// ("critical", "panic") may be the gravest of all.
    /// </summary>
    public static bool IsError(string? level) =>
        Of(level) is var word
        && (
            double.TryParse(word, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
                ? !(number < FirstError)
                : word is not ("debug" or "info" or "log" or "warning")
        );

    /// <summary>The level in small letters; `error` when nothing is said.</summary>
    public static string Of(string? level) => level?.Trim() is { Length: > 0 } said ? said.ToLowerInvariant() : "error";
}
