using DutyGuy.Domain;
using DutyGuy.Store;
using Microsoft.EntityFrameworkCore;

namespace DutyGuy.Tests.StaysUp;

/// <summary>What the server answered with "done", and whether it is still there.</summary>
sealed class Ledger
{
    public HashSet<string> Commits { get; } = new(StringComparer.Ordinal);
    public HashSet<string> Events { get; } = new(StringComparer.Ordinal);
    public HashSet<(long Error, string Person)> Pokes { get; } = [];
    public Dictionary<long, PokeAnswer> Answers { get; } = [];
    public HashSet<(long Run, string Step)> Steps { get; } = [];
    public HashSet<long> Tickets { get; } = [];

    /// <summary>The words last acknowledged for an entry and those sent since, of which nobody heard.</summary>
    public Dictionary<long, List<string>> Words { get; } = [];

    public int Count => Commits.Count + Events.Count + Pokes.Count + Answers.Count + Steps.Count + Tickets.Count;

    /// <summary>Every acknowledged write is there, no effect is there twice.</summary>
    public async Task Check(DutyDb db)
    {
        var commits = await db.CiResults.Select(r => r.Commit).ToListAsync();
        Commits.Except(commits).ShouldBeEmpty();
        var events = await db.ErrorEvents.Select(e => e.EventId).ToListAsync();
        Events.Except(events).ShouldBeEmpty();
        events.ShouldBeUnique();
        var pokes = await db.Pokes.ToListAsync();
        Pokes.Except(pokes.Select(p => (p.ErrorId ?? 0, p.Person))).ShouldBeEmpty();
        pokes.Where(p => p.ErrorId is not null).Select(p => (p.ErrorId, p.Life, p.Person)).ShouldBeUnique();
        foreach (var (id, answer) in Answers)
            pokes.Single(p => p.Id == id).Answer.ShouldBe(answer);
        var tickets = await db.Tickets.ToListAsync();
        Tickets.Except(tickets.Select(t => t.ErrorId)).ShouldBeEmpty();
        tickets.Select(t => (t.ErrorId, t.Life)).ShouldBeUnique();
        await CheckSteps(db);
        await CheckWords(db);
        (await db.Outbox.Select(m => m.Key).ToListAsync()).ShouldBeUnique();
    }

    async Task CheckSteps(DutyDb db)
    {
        var runs = await db.ChecklistRuns.ToDictionaryAsync(r => r.Id);
        Steps
            .Where(s => !runs[s.Run].Step(s.Step).IsOver && runs[s.Run].Step(s.Step).StartedAt is null)
            .ShouldBeEmpty();
        runs.Values.Where(r => r.ClosedAt is null).Select(r => (r.Duty, r.Rule)).ShouldBeUnique();
    }

    async Task CheckWords(DutyDb db)
    {
        var entries = await db.LogEntries.ToDictionaryAsync(e => e.Id);
        foreach (var (id, sent) in Words)
            sent.ShouldContain(entries[id].Odd);
    }
}
