using DutyGuy.Domain;
using DutyGuy.Store;
using Microsoft.EntityFrameworkCore;

namespace DutyGuy.Clockwork;

/// <summary>The files of the repository that a project is built from, to say places by; each project is looked up once.</summary>
public sealed class ProjectFiles(DutyDb db, Histories histories)
{
    readonly Dictionary<int, Func<Frame, string?>?> known = [];

    /// <summary>Finds a frame's file; null while no list of files is known.</summary>
    public async Task<Func<Frame, string?>?> Of(int project)
    {
        if (!known.TryGetValue(project, out var fileOf))
            known[project] = fileOf =
                await Repository(project) is { } id && histories.Of(id) is { } history ? history.Files.FileOf : null;
        return fileOf;
    }

    Task<string?> Repository(int project) =>
        db
            .Repositories.Where(r =>
                db.Projects.Any(p => p.Id == project && (p.Repository == r.Id || p.Name == r.Project))
            )
            .Select(r => r.Id)
            .FirstOrDefaultAsync();
}
