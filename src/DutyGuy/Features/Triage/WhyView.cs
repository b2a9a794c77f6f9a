using DutyGuy.Domain;

namespace DutyGuy.Features.Triage;

/// <summary>Why so many kept events are one, as the newest of them says.</summary>
public sealed record WhyView(FaultRule Rule, string Sentence, string Place, string Function, Frame? Frame, int Events)
{
    /// <summary>One for each cause among the kept events, that of most events first.</summary>
    public static IReadOnlyList<WhyView> Of(IReadOnlyList<KeptSighting> kept) =>
        [
            .. kept.GroupBy(k => k.Cause.Keys.Cause, StringComparer.Ordinal)
                .OrderByDescending(g => g.Count())
                .Select(g => Of(g.Last().Cause, g.Count())),
        ];

    static WhyView Of(ErrorCause cause, int events) =>
        new(cause.Rule, GroupingWords.Of(cause), cause.Place, cause.Function, cause.Fault, events);
}
