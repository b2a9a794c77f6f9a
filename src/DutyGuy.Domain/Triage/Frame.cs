using System.Text.Json.Serialization;

namespace DutyGuy.Domain;

/// <summary>
/// One line of a stack. `Path` has no host and no query; `InApp` is null when the sender does not say. The column, counted
/// from 1, says the place in a minified file, which is one long line. `Signs` are what its source text says, which is not kept, and
/// `Shape` is a hash of it without the names of variables.
/// </summary>
public sealed record Frame(
    string? Path,
    int? Line,
    string? Function,
    bool? InApp,
    string? Module = null,
    int? Column = null,
    [property: JsonIgnore] SourceSigns Signs = SourceSigns.None,
    [property: JsonIgnore] string? Shape = null
)
{
    /// <summary>Without what only the grouping asks.</summary>
    [JsonIgnore]
    public Frame Plain => this with { Signs = SourceSigns.None, Shape = null };
}
