namespace DutyGuy.Domain;

/// <summary>What an event says is at fault, why that, and the keys by which events of the same cause are found.</summary>
/// <param name="Keys">By which it is found to belong to an error.</param>
/// <param name="Rule">Why this frame.</param>
/// <param name="Type">Short name of the exception's type.</param>
/// <param name="Raised">The exception of the chain that speaks; null for a plain message.</param>
/// <param name="Fault">The frame at fault; null when there is none of own code.</param>
/// <param name="Place">Its file, module or type by the names in the source.</param>
/// <param name="Function">Its function by the names in the source; empty when it has none.</param>
/// <param name="Caller">Who called it, place and function; empty when not known.</param>
public sealed record ErrorCause(
    ErrorKeys Keys,
    FaultRule Rule,
    string Type,
    RaisedException? Raised,
    Frame? Fault,
    string Place,
    string Function,
    string Caller
)
{
    /// <summary>The cause of an event; pure, and the same for the same event.</summary>
    public static ErrorCause Of(ErrorSighting e)
    {
        var finding = FaultFinder.Of(e);
        var caller = CallerOf(finding);
        var isTold = e.FingerprintOverride.Count > 0 && !e.FingerprintOverride.Any(ErrorKeys.IsDefault);
        return new(
            ErrorKeys.Of(e, finding, caller),
            isTold ? FaultRule.Told : finding.Rule,
            finding.Type,
            finding.Raised,
            finding.Fault,
            finding.Name.Place,
            finding.Name.Function,
            caller
        );
    }

    private static string CallerOf(Finding f) =>
        f.Own.Skip(f.At + 1).Select(o => o.Name).FirstOrDefault(n => n.Function.Length > 0, CodeName.None)
            is { Function.Length: > 0 } name
            ? name.Place + " " + name.Function
            : "";
}
