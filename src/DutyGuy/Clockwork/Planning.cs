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

    /// <summary>The team of the last plan.</summary>
    TeamRota? planned;

    /// <summary>True when the rota changed.</summary>
    public async Task<bool> Renew(IReadOnlyList<DutyFacts> duties)
    {
        if (duties.Count == 0)
            return false;
        var team = TeamRota.Of(duties);
        var same = planned is not null && (planned with { Now = team.Now }).Inputs == team.Inputs;
        if (same && planned!.From == team.From)
            return false;
        var update = RotaUpdate.Of(team, same ? RotaUpdate.Overnight : RotaUpdate.ByItself);
        var changed = update.Differs(team) && await store.Change(db => Write(db, team, update));
        planned = team;
        return changed;
    }

    /// <summary>Nothing when what the plan was made from changed meanwhile: the change itself asks for a new one.</summary>
    static async Task<bool> Write(DutyDb db, TeamRota team, RotaUpdate update)
    {
        var facts = new List<DutyFacts>();
        foreach (var duty in team.Duties)
            if (await db.LoadFacts(duty.Duty, team.Now) is { } one)
                facts.Add(one);
        if (TeamRota.Of(facts).Inputs != team.Inputs)
            return false;
        var past = team.From - Kept;
        await db.PlannedTurns.Where(t => t.Date >= team.From || t.Date < past).ExecuteDeleteAsync();
        db.PlannedTurns.AddRange(update.Turns);
        db.TurnMoves.AddRange(update.Moves);
        await db.Apply(new Decision { Facts = update.Facts(team), Messages = [.. update.Messages(team)] }, team.Now);
        return true;
    }
}
