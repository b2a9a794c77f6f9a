using DutyGuy.Domain;

namespace DutyGuy.Features.Triage;

/// <summary>Why the events are one, as the newest of them says.</summary>
public sealed record WhyView(FaultRule Rule, string Sentence, string Place, string Function, Frame? Frame)
{
    public static WhyView Of(ErrorCause cause) =>
        new(cause.Rule, GroupingWords.Of(cause), cause.Place, cause.Function, cause.Fault);
}
