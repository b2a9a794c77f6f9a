using System.Text.RegularExpressions;

namespace DutyGuy.Adapters.Programs;

/// <summary>The values for `{commit}`, `{previous}`, `{release}` and `{rollout}`; null is not known here.</summary>
public sealed record PlaceholderValues(
    string? Commit = null,
    string? Previous = null,
    string? Release = null,
    string? Rollout = null
);

/// <summary>Fills placeholders. A value stays inside its argument and can be neither option nor path.</summary>
public static partial class Placeholders
{
    /// <summary>Everything in braces that is not one of the four, to be refused when settings are read.</summary>
    public static IEnumerable<string> Unknown(IEnumerable<string> arguments) =>
        arguments
            .SelectMany(argument => Placeholder.Matches(argument).Select(match => match.Value))
            .Where(text => text is not "{commit}" and not "{previous}" and not "{release}" and not "{rollout}")
            .Distinct(StringComparer.Ordinal);

    /// <summary>The arguments with their values.</summary>
    /// <exception cref="ArgumentException">A value is missing or holds other characters than hashes and releases do.</exception>
    public static IReadOnlyList<string> Fill(IEnumerable<string> arguments, PlaceholderValues values) =>
        [.. arguments.Select(argument => Placeholder.Replace(argument, match => Value(match.Value, values)))];

    private static string Value(string placeholder, PlaceholderValues values)
    {
        var value = placeholder switch
        {
            "{commit}" => values.Commit,
            "{previous}" => values.Previous,
            "{release}" => values.Release,
            "{rollout}" => values.Rollout,
            _ => throw new ArgumentException($"{placeholder} is not a placeholder.", nameof(placeholder)),
        };
        if (value is null)
            throw new ArgumentException($"There is no value for {placeholder} yet.", nameof(values));
        var form = placeholder is "{commit}" or "{previous}" ? Hash : Name;
        if (!form.IsMatch(value) || value.Contains("..", StringComparison.Ordinal))
            throw new ArgumentException($"\"{value}\" cannot be the value of {placeholder}.", nameof(values));
        return value;
    }

    [GeneratedRegex(@"\{[A-Za-z]+\}", RegexOptions.None, 1000)]
    private static partial Regex Placeholder { get; }

    [GeneratedRegex(@"\A[0-9a-fA-F]{7,64}\z", RegexOptions.None, 1000)]
    private static partial Regex Hash { get; }

    [GeneratedRegex(@"\A[A-Za-z0-9][A-Za-z0-9._+@-]{0,199}\z", RegexOptions.None, 1000)]
    private static partial Regex Name { get; }
}
