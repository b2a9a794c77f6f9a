using System.Collections.Concurrent;
using System.Globalization;
using DutyGuy.Domain;
using DutyGuy.Store;
using Microsoft.EntityFrameworkCore;

namespace DutyGuy.Features.Intake;

/// <summary>Projects by number, read once each: their key never changes.</summary>
sealed class KnownProjects(DutyStore store)
{
    readonly ConcurrentDictionary<(int Restores, int Id), Project> known = new();

    public async ValueTask<Project?> Find(string? number)
    {
        if (!int.TryParse(number, CultureInfo.InvariantCulture, out var id))
            return null;
        var restores = store.Pulse.Restores;
        if (known.TryGetValue((restores, id), out var project))
            return project;
        var found = await store.Read(db => db.Projects.FirstOrDefaultAsync(p => p.Id == id));
        return found is null ? null : known[(restores, id)] = found;
    }
}
