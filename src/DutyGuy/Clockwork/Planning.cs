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

    /// <summary>What the last plan was made from, as kept in the database.</summary>
    PlanMark? last;

    /// <summary>True when the rota was planned anew.</summary>
    public async Task<bool> Renew(IReadOnlyList<DutyFacts> duties)
    {
        if (duties.Count == 0)
            return false;
        var team = TeamRota.Of(duties);
        var mark = PlanMark.Of(team);
        if (last == mark)
            return false;
        last = await store.Read(db => db.PlanMarks.FirstOrDefaultAsync());
        if (last == mark)
            return false;
        var by = last?.Inputs == mark.Inputs ? RotaUpdate.Overnight : team.ChangedBy ?? RotaUpdate.ByItself;
        var update = RotaUpdate.Of(team, by);
        return await store.Change(db => Write(db, team, update));
    }

    /// <summary>
    /// Nothing when what the plan was made from changed meanwhile (the change itself asks for a new one), or when another
    /// machine has planned it.
    /// </summary>
    static async Task<bool> Write(DutyDb db, TeamRota team, RotaUpdate update)
    {
        var mark = PlanMark.Of(team);
        if (await db.PlanMarks.FirstOrDefaultAsync() == mark)
            return false;
        if (await db.LoadAllFacts(team.Now) is not { Count: > 0 } facts || PlanMark.Of(TeamRota.Of(facts)) != mark)
            return false;
        await db.PlanMarks.ExecuteDeleteAsync();
        db.Add(mark);
        if (!update.Differs(team))
            return true;
        var past = team.From - Kept;
        await db.Changes<StoredTurn>();
        await db.PlannedTurns.Where(t => t.Date >= team.From || t.Date < past).ExecuteDeleteAsync();
        db.PlannedTurns.AddRange(update.Turns);
        db.TurnMoves.AddRange(update.Moves);
        await db.Apply(new Decision { Facts = update.Facts(team), Messages = [.. update.Messages(team)] }, team.Now);
        return true;
    }
}
