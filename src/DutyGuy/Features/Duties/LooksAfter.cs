using DutyGuy.Domain;
using DutyGuy.Store;
using DutyGuy.Web;
using DutyGuy.Web.Components;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace DutyGuy.Features.Duties;

/// <summary>What a duty takes that nobody looks after; a repository, a project, or both.</summary>
sealed record Ours(string? Repository = null, string? Project = null);

/// <summary><i>It is ours</i>: who is on duty, or a process owner, takes what nobody looks after.</summary>
static class LooksAfter
{
    public static async Task<IResult> Post(string duty, Ours ours, Caller caller, DutyStore store, IClock clock) =>
        (await store.Change(db => Take(db, duty, ours, caller, clock.GetCurrentInstant()))).ToResult();

    public static async Task<IResult> Press(
        string duty,
        HttpRequest request,
        Caller caller,
        DutyStore store,
        IClock clock
    )
    {
        var form = await request.Fields();
        var ours = new Ours(form.Text("repository"), form.Text("project"));
        var taken = await store.Change(db => Take(db, duty, ours, caller, clock.GetCurrentInstant()));
        return Form.Done(taken, "/", $"{taken.Value?.Name} looks after {ours.Repository ?? ours.Project} now.");
    }

    /// <summary>Nothing is taken from another duty: that is a change of the process owner.</summary>
    static async Task<Outcome<DutyView>> Take(DutyDb db, string id, Ours ours, Caller caller, Instant now)
    {
        if (await db.LoadFacts(id, now) is not { } facts)
            return ReadDuties.NoSuch(id);
        if (DutyEnd.IsOver(facts.Duty) is { } over)
            return over;
        if (facts.OnDuty.Person is { } person && person != caller.Person && !caller.Is(Role.ProcessOwner))
            return Refusal.NotAllowed($"{facts.NameOf(person)} is on duty. They, or a process owner, can press that.");
        if (facts.OnDuty.Person is null && !caller.Is(Role.ProcessOwner))
            return Refusal.NotAllowed("Nobody is on duty. Take over first, or ask a process owner.");
        var wanted = new[] { (KnownKind.Repository, ours.Repository), (KnownKind.Project, ours.Project) }
            .Where(w => w.Item2 is not null)
            .Select(w => (Kind: w.Item1, Name: w.Item2!))
            .ToList();
        if (wanted.Count == 0)
            return Refusal.Invalid("Say which: repository, project, or both.", "repository");
        foreach (var (kind, name) in wanted)
            if (await Refused(db, id, kind, name) is { } refusal)
                return refusal;
        foreach (var (kind, name) in wanted)
            await db.LookAfter(id, kind, name, caller.Name, now);
        return await ReadDuties.Find(db, id, now);
    }

    static async Task<Refusal?> Refused(DutyDb db, string id, KnownKind kind, string name)
    {
        var thing = MoveFacts.Thing(kind, name);
        return !(await db.KnownSources()).Of(kind).Contains(name, StringComparer.Ordinal)
                ? Refusal.Invalid($"Nothing is known of {thing}.", Words.Of(kind))
            : DutyAssignment.Of(await db.AllDuties(), kind, name) is { } other && other.Id != id
                ? Refusal.Conflict(
                    $"{other.Name} looks after {thing}. A process owner moves it: PATCH duties/{id} names it."
                )
            : null;
    }
}
