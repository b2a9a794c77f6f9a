using DutyGuy.Domain;
using DutyGuy.Store;
using DutyGuy.Web;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace DutyGuy.Features.Walls;

/// <summary>Makes a wall's key, which only this answer has, and takes it back.</summary>
static class MakeWall
{
    public static async Task<Outcome<WallView>> In(DutyStore store, NewWall asked, Instant now)
    {
        var name = asked.Name.Trim();
        if (name.Length is 0 or > 100)
            return Refusal.Invalid("Say where the wall hangs, in 1 to 100 letters.", "name");
        var key = Secrets.New();
        var wall = new WallKey
        {
            Name = name,
            Hash = Secrets.Hash(key),
            CreatedAt = now,
        };
        return WallView.Of(await store.Change(db => db.Insert(wall)), key);
    }

    public static async Task<Refusal?> Withdraw(DutyStore store, long id, Instant now)
    {
        var found = await store.Change(db =>
            db.WallKeys.Where(w => w.Id == id)
                .ExecuteUpdateAsync(w => w.SetProperty(x => x.WithdrawnAt, x => x.WithdrawnAt ?? now))
        );
        return found == 0 ? Refusal.NotFound($"There is no wall {id}.") : null;
    }
}
