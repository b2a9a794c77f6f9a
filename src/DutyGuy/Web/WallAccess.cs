using System.Security.Cryptography;
using System.Text;
using DutyGuy.Domain;
using DutyGuy.Store;
using Microsoft.EntityFrameworkCore;

namespace DutyGuy.Web;

/// <summary>Whether a key opens a wall. A wall is read-only: its key gives no caller and no role.</summary>
public sealed class WallAccess(DutyStore store)
{
    /// <summary>The wall that the key of <c>/wall?key=</c> opens; null when it opens none.</summary>
    public async Task<WallKey?> Open(string? key)
    {
        var sent = Encoding.ASCII.GetBytes(Secrets.Hash(key ?? ""));
        var walls = await store.Read(db => db.WallKeys.Where(w => w.WithdrawnAt == null).ToListAsync());
        WallKey? opened = null;
        foreach (var wall in walls)
            if (CryptographicOperations.FixedTimeEquals(sent, Encoding.ASCII.GetBytes(wall.Hash)))
                opened = wall;
        return opened;
    }
}
