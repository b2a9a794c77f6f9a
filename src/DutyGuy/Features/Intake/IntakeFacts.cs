using DutyGuy.Domain;
using DutyGuy.Store;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace DutyGuy.Features.Intake;

/// <summary>Facts about errors that came or came back, under the duty that looks after their project.</summary>
sealed class IntakeFacts(DutyDb db, IReadOnlyList<Project> projects, Instant now)
{
    IReadOnlyList<Duty>? duties;

    /// <summary>Whether anything came that the board must say at once.</summary>
    public bool Any { get; private set; }

    public async Task Seen(TrackedError error) =>
        await Append(
            FactKind.ErrorSeen,
            error,
            $"New error in {await Where(error)}: “{FullStop.Without(error.Title)}”."
        );

    /// <summary>A new life of the error, and the fact of it. The owner is kept if present.</summary>
    public async Task<TrackedError> IsBack(TrackedError error, Sighting sighting)
    {
        var release = sighting.Seen.Release;
        var back = ErrorLife.Regress(error, sighting.At, release);
        if (back.Assignee is { } owner && await IsAway(owner, back.Project))
            back = ErrorLife.Assign(back, null);
        var where = await Where(error) + (release is null ? "" : $" with {release}");
        await Append(FactKind.ErrorRegressed, error, $"“{error.Title}” is back in {where}.");
        return back;
    }

    /// <summary>What nobody looks after is in the record of every duty, and says so.</summary>
    async Task<string> Where(TrackedError error) =>
        await DutyOf(error.Project) is null && duties is { Count: > 0 }
            ? $"{error.Environment} of {projects.First(p => p.Id == error.Project).Name}, which nobody looks after"
            : error.Environment;

    async Task<bool> IsAway(string person, int project) =>
        await DutyOf(project) is { } duty
        && await db.LoadFacts(duty, now) is { } known
        && Presence.Of(known, person) is not null;

    async Task Append(FactKind kind, TrackedError error, string text)
    {
        Any = true;
        db.Append(
            new Fact
            {
                At = now,
                Kind = kind,
                Source = "sentry",
                Duty = await DutyOf(error.Project),
                Subject = $"error:{error.Id}",
                Text = text,
            }
        );
    }

    async Task<string?> DutyOf(int project)
    {
        duties ??= await db.AllDuties();
        return DutyAssignment.OfProject(duties, projects.First(p => p.Id == project).Name)?.Id;
    }
}
