using NodaTime;
using NodaTime.Text;

namespace DutyGuy.Commands.Demo.Weeks;

/// <summary>What people changed in the rota: an absence, a swap, and who has the Monday of the demo.</summary>
static class RecordedRota
{
    static readonly LocalDate SwapDay = new(2026, 11, 9);
    static readonly LocalDate LastThursday = new(2026, 11, 19);

    public static Task LeaIsAway(DemoWorld world) =>
        world
            .Team["lea"]
            .Post(
                "people/lea/absences",
                new
                {
                    from = new LocalDate(2026, 11, 16),
                    to = new LocalDate(2026, 11, 17),
                    why = "A family wedding",
                }
            );

    public static async Task Of(DemoWorld world, LocalDate day)
    {
        if (day == SwapDay)
            await Swap(world, new(2026, 11, 11), new(2026, 11, 13));
        if (day == LastThursday)
        {
            await Give(world, DemoTeam.Engineering, "mel", "Mel wrote the new start page and wants to see it ship.");
            await Give(world, DemoTeam.DevOps, "ann", "Ann moves the staging machines this week.");
        }
    }

    static async Task Swap(DemoWorld world, LocalDate one, LocalDate other)
    {
        var (first, second) = (
            await Planned(world, DemoTeam.Engineering, one),
            await Planned(world, DemoTeam.Engineering, other)
        );
        if (first == second)
            return;
        var swap = await world
            .Team[first]
            .Post(
                "duties/engineering/swaps",
                new
                {
                    date = one,
                    with = second,
                    withDate = other,
                }
            );
        await world.Team[second].Post($"swaps/{swap.Text("id")}/accept");
    }

    /// <summary>Nothing is changed when the round robin says the same.</summary>
    static async Task Give(DemoWorld world, string duty, string person, string why)
    {
        if (await Planned(world, duty, DemoWorld.Today) != person)
            await world.Team["nicolas"].Put($"duties/{duty}/rota/2026-11-23", new { person, why });
    }

    static async Task<string> Planned(DemoWorld world, string duty, LocalDate date)
    {
        var day = LocalDatePattern.Iso.Format(date);
        var rota = await world.Team["nicolas"].Get($"duties/{duty}/rota?from={day}&to={day}");
        return rota.Text("items.0.person");
    }
}
