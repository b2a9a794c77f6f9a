using DutyGuy.Domain;
using DutyGuy.Store;
using NodaTime;

namespace DutyGuy.Features.Triage;

/// <summary>Why the events of an error are one, the kinds among them, and what people said about it.</summary>
public sealed record GroupingView(
    WhyView? Why,
    IReadOnlyList<ErrorVariant> Variants,
    IReadOnlyList<RegroupingView> Regroupings
)
{
    public static async Task<GroupingView> Load(DutyDb db, long error, Instant now)
    {
        var kept = await db.KeptSightings(error);
        var standing = await db.StandingOf(error);
        return new(
            kept.Count == 0 ? null : WhyView.Of(kept[^1].Cause),
            ErrorVariant.Of(kept),
            [.. standing.Select(r => RegroupingView.Of(r, error, standing, now))]
        );
    }
}
