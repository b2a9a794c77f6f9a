using DutyGuy.Domain;
using DutyGuy.Store;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace DutyGuy.Clockwork;

/// <summary>Keeps the team's rota planned: anew when something it is made from changed, and once a day.</summary>
sealed class Planning(DutyStore store)
{
    /// <summary>Turns that are over are facts by then, also after days without a server.</summary>
    static readonly Period Kept = Period.FromDays(7);

    /// <summary>The team of the last plan, and what it was made from.</summary>
    (TeamRota Team, string Inputs)? planned;

    /// <summary>True when the rota changed.</summary>
    public async Task<bool> Renew(IReadOnlyList<DutyFacts> duties)
    {
        if (duties.Count == 0)
            return false;
        var team = TeamRota.Of(duties);
        var inputs = team.Inputs;
        if (planned is { } last && last.Team.From == team.From && last.Inputs == inputs)
            return false;
        // What is over drops out of it by the day alone.
        var overnight = planned is { } before && (before.Team with { Now = team.Now }).Inputs == inputs;
        var update = RotaUpdate.Of(team, overnight ? RotaUpdate.Overnight : RotaUpdate.ByItself);
        var changed = update.Differs(team) && await store.Change(db => Write(db, team, update));
        planned = (team, inputs);
        return changed;
    }

    /// <summary>Nothing when what the plan was made from changed meanwhile: the change itself asks for a new one.</summary>
    static async Task<bool> Write(DutyDb db, TeamRota team, RotaUpdate update)
    {
        if (await db.LoadAllFacts(team.Now) is not { Count: > 0 } facts || TeamRota.Of(facts).Inputs != team.Inputs)
            return false;
        var past = team.From - Kept;
        await db.PlannedTurns.Where(t => t.Date >= team.From || t.Date < past).ExecuteDeleteAsync();
        db.PlannedTurns.AddRange(update.Turns);
        db.TurnMoves.AddRange(update.Moves);
        await db.Apply(new Decision { Facts = update.Facts(team), Messages = [.. update.Messages(team)] }, team.Now);
        return true;
    }
}
