using DutyGuy.Domain;
using DutyGuy.Store;
using NodaTime;

namespace DutyGuy.Features.Triage;

/// <summary>
/// Why the events of an error are one, the kinds among them, and what people said about it. More than one why: people made
/// them one; the first is that of the most events.
/// </summary>
public sealed record GroupingView(
    IReadOnlyList<WhyView> Whys,
    IReadOnlyList<ErrorVariant> Variants,
    IReadOnlyList<RegroupingView> Regroupings
)
{
    /// <summary>The one of most events; null when no event is kept.</summary>
    public WhyView? Why => Whys.FirstOrDefault();

    public static async Task<GroupingView> Load(DutyDb db, long error, Instant now)
    {
        var kept = await db.KeptSightings(error);
        var standing = await db.StandingOf(error);
        return new(
            WhyView.Of(kept),
            ErrorVariant.Of(kept),
            [.. standing.Select(r => RegroupingView.Of(r, error, standing, now))]
        );
    }
}
