using System.Security.Cryptography;
using DutyGuy.Domain;
using DutyGuy.Store;
using DutyGuy.Web;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace DutyGuy.Features.Projects;

/// <summary>Sets up a project with a key of its own.</summary>
static class CreateProject
{
    public static async Task<Outcome<Project>> In(DutyDb db, NewProject asked, string by, Instant now)
    {
        var name = asked.Name.Trim();
        if (name.Length is 0 or > 100)
            return Refusal.Invalid("A project needs a name of at most 100 letters.", "name");
        if (await db.Projects.AnyAsync(p => p.Name == name))
            return Refusal.Conflict($"There is a project “{name}” already. Choose another name.") with
            {
                Field = "name",
            };
        if (await db.NeedsDuty(KnownKind.Project, name, asked.Duty) is { } noDuty)
            return noDuty;
        var project = new Project
        {
            Name = name,
            Key = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16)),
            UserSecret = Secrets.New(),
            Repository = asked.Repository,
            CreatedAt = now,
        };
        await db.Insert(project);
        if (asked.Duty is { } duty)
            await db.LookAfter(duty, KnownKind.Project, name, by, now);
        return project;
    }
}
