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

    static async Task Keep(DutyDb db, int project, string environment, IReadOnlyList<EndpointMinute> minutes)
    {
        var (times, endpoints) = (minutes.Select(m => m.Minute).Distinct(), minutes.Select(m => m.Endpoint).Distinct());
        var there = await db
            .Minutes.Where(m => m.Project == project && m.Environment == environment)
            .Where(m => times.Contains(m.Minute) && endpoints.Contains(m.Endpoint))
            .ToDictionaryAsync(m => (m.Minute, m.Endpoint, m.Release, m.Segment));
        foreach (var minute in minutes)
            if (there.TryGetValue(minute.Key(), out var before))
                db.Update(before.Plus(minute));
            else
                db.Add(MinuteRow.Of(project, minute));
    }
}
