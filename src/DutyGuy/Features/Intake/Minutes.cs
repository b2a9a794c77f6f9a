using DutyGuy.Domain;
using DutyGuy.Store;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace DutyGuy.Features.Intake;

/// <summary>Timings become minutes of endpoints; a later batch adds to the minute that is there.</summary>
static class Minutes
{
    static readonly Duration FarOff = Duration.FromHours(1);

    /// <summary>A timing as it may be stored.</summary>
    public static Timing Of(Timing timing, Instant received) => timing with { At = OurTime(timing.At, received) };

    /// <summary>The sender's end of the request, unless its clock is plainly wrong.</summary>
    public static Instant OurTime(Instant sent, Instant received) =>
        sent > received || received - sent > FarOff ? received : sent;

    public static IReadOnlyList<(int Project, EndpointMinute Minute)> Of(IReadOnlyList<ReceivedEvents> batch)
    {
        var all = new List<(int, EndpointMinute)>();
        foreach (var project in batch.Where(r => r.Timings.Count > 0).GroupBy(r => r.Project.Id))
        {
            var minutes = new MinuteAggregator();
            foreach (var timing in project.SelectMany(r => r.Timings))
                minutes.Add("", timing);
            all.AddRange(minutes.TakeAll().Select(m => (project.Key, m)));
        }
        return all;
    }

    public static async Task Keep(DutyDb db, IReadOnlyList<(int Project, EndpointMinute Minute)> minutes)
    {
        foreach (var part in minutes.GroupBy(m => (m.Project, m.Minute.Environment)))
            await Keep(db, part.Key.Project, part.Key.Environment, [.. part.Select(p => p.Minute)]);
        await db.SaveChangesAsync();
    }

    /// <summary>Minutes that are complete: what was kept of them before goes. Of two in one list the last counts.</summary>
    public static async Task Replace(DutyDb db, int project, string environment, IReadOnlyList<EndpointMinute> minutes)
    {
        if (minutes.Count == 0)
            return;
        var rows = minutes.GroupBy(Key).Select(same => MinuteRow.Of(project, same.Last())).ToList();
        var (from, to) = (rows.Min(r => r.Minute), rows.Max(r => r.Minute));
        var there = await db
            .Minutes.Where(m => m.Project == project && m.Environment == environment)
            .Where(m => m.Minute >= from && m.Minute <= to)
            .Select(m => new
            {
                m.Minute,
                m.Endpoint,
                m.Release,
                m.Segment,
            })
            .ToListAsync();
        var known = there.Select(m => (m.Minute, m.Endpoint, m.Release, m.Segment)).ToHashSet();
        foreach (var row in rows)
            db.Entry(row).State = known.Contains((row.Minute, row.Endpoint, row.Release, row.Segment))
                ? EntityState.Modified
                : EntityState.Added;
        await db.SaveChangesAsync();
    }

    static (Instant, string, string, string) Key(EndpointMinute minute) =>
        (minute.Minute, minute.Endpoint, minute.Release, minute.Segment);

    static async Task Keep(DutyDb db, int project, string environment, IReadOnlyList<EndpointMinute> minutes)
    {
        var (times, endpoints) = (minutes.Select(m => m.Minute).Distinct(), minutes.Select(m => m.Endpoint).Distinct());
        var there = await db
            .Minutes.Where(m => m.Project == project && m.Environment == environment)
            .Where(m => times.Contains(m.Minute) && endpoints.Contains(m.Endpoint))
            .ToDictionaryAsync(m => (m.Minute, m.Endpoint, m.Release, m.Segment));
        foreach (var minute in minutes)
            if (there.TryGetValue(Key(minute), out var before))
                db.Update(before.Plus(minute));
            else
                db.Add(MinuteRow.Of(project, minute));
    }
}
