using DutyGuy.Domain;
using DutyGuy.Store;
using DutyGuy.Web;
using Microsoft.AspNetCore.Mvc;
using NodaTime;

namespace DutyGuy.Features.Rota;

/// <summary>How often it is somebody's turn in the present team, and what would keep the gap wished for.</summary>
static class SimulateRota
{
    /// <summary>As present people, shares and memberships are, unless the numbers of duties and areas are given.</summary>
    public static async Task<IResult> Handle(
        [FromQuery] int? aim,
        [FromQuery] int? duties,
        [FromQuery] int? areas,
        [FromQuery] double? absent,
        [FromQuery] int? years,
        DutyStore store,
        IClock clock
    )
    {
        var known = await store.Read(db => db.LoadAllFacts(clock.GetCurrentInstant()));
        if (known.Count == 0)
            return Refusal.Conflict("There is no duty yet, so there is no rota to try out.").ToProblem();
        var rota = TeamRota.Of(known);
        var team = SimulatedTeam.Of(rota.Problem(rota.Shown));
        if (duties is not null || areas is not null)
            team = team.With(duties ?? Math.Max(team.Duties, areas!.Value)) with { Areas = areas ?? 1 };
        team = team with { Absent = absent ?? team.Absent, Years = years ?? team.Years };
        return await Task.Run(() => RotaOutlook.Of(team, aim ?? RotaOutlook.UsualAim).ToResult());
    }
}
