using DutyGuy.Adapters.Calendars;
using DutyGuy.Domain;
using DutyGuy.Store;
using DutyGuy.Web;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace DutyGuy.Clockwork;

/// <summary>Reads calendars and brings the absences that came from them up to date.</summary>
public sealed class CalendarRefresh(DutyStore store, CalendarFetch fetch, SecretBox box, IClock clock) : IRefresh
{
    /// <summary>Beyond it a calendar is no calendar of absences, but work for the processor.</summary>
    static readonly TimeSpan LongestReading = TimeSpan.FromSeconds(20);

    /// <summary>A host that does not answer must not keep the others waiting.</summary>
    static readonly ParallelOptions AtOnce = new() { MaxDegreeOfParallelism = 4 };

    /// <summary>Understanding is work for the processor, however often somebody presses: one at a time.</summary>
    readonly SemaphoreSlim reading = new(1, 1);

    public string What => "The calendars";

    public async Task<bool> RefreshDue(CancellationToken stop = default)
    {
        var now = clock.GetCurrentInstant();
        var due = (await store.Read(Used)).FindAll(c => CalendarRules.IsDue(c, now));
        await Parallel.ForEachAsync(
            due,
            AtOnce,
            async (calendar, _) =>
            {
                if (await Claim(calendar, now))
                    await Read(calendar, whole: false, stop);
            }
        );
        return due.Count > 0;
    }

    /// <summary>Reads one calendar from end to end, now. Null when there is none.</summary>
    public async Task<AbsenceCalendar?> Refresh(long id, CancellationToken stop = default)
    {
        if (await Find(id) is not { } calendar)
            return null;
        if (calendar.Url.Length > 0)
            await Read(calendar, whole: true, stop);
        return await Find(id);
    }

    /// <summary>The calendar of who left is nobody's business any more.</summary>
    async Task<List<AbsenceCalendar>> Used(DutyDb db)
    {
        var today = clock.GetCurrentInstant().InUtc().Date;
        var left = (await db.People.ToListAsync()).FindAll(p => p.HasLeftBy(today)).ConvertAll(p => p.Handle);
        return (await db.AbsenceCalendars.ToListAsync()).FindAll(c => c.Person is null || !left.Contains(c.Person));
    }

    Task<AbsenceCalendar?> Find(long id) => store.Read(db => db.AbsenceCalendars.FirstOrDefaultAsync(c => c.Id == id));

    /// <summary>False when another node was faster.</summary>
    Task<bool> Claim(AbsenceCalendar calendar, Instant now) =>
        store.Change(async db =>
            await db
                .AbsenceCalendars.Where(c => c.Id == calendar.Id && c.TriedAt == calendar.TriedAt)
                .ExecuteUpdateAsync(c => c.SetProperty(x => x.TriedAt, now)) == 1
        );

    /// <summary>Never throws for a calendar that cannot be read: that is kept and shown, and its absences stay.</summary>
    async Task Read(AbsenceCalendar calendar, bool whole, CancellationToken stop)
    {
        var now = clock.GetCurrentInstant();
        var today = now.InUtc().Date;
        var known = whole || calendar.ReadInFullOn != today ? null : calendar.ETag;
        var answer = await fetch.GetAsync(box.Open(calendar.Url), known, stop);
        var keeping = new CalendarKeeping(calendar, now);
        if (answer is CalendarAnswer.Failed failed)
            await store.Change(db => keeping.Fail(db, failed.Why), stop);
        else if (answer is CalendarAnswer.Whole { Text: var text, ETag: var etag })
            await Keep(keeping, text, etag, today, stop);
        else
            await store.Change(keeping.Unchanged, stop);
    }

    async Task Keep(CalendarKeeping keeping, string text, string? etag, LocalDate today, CancellationToken stop)
    {
        try
        {
            var read = await Understand(text, today, stop);
            await store.Change(db => keeping.Keep(db, read, etag), stop);
        }
        catch (CalendarException broken)
        {
            await store.Change(db => keeping.Fail(db, broken.Message), stop);
        }
        catch (OperationCanceledException) when (!stop.IsCancellationRequested)
        {
            const string why = "The calendar takes too long to understand. Enter a calendar of absences alone.";
            await store.Change(db => keeping.Fail(db, why), stop);
        }
    }

    async Task<CalendarEvents> Understand(string text, LocalDate today, CancellationToken stop)
    {
        await reading.WaitAsync(stop);
        try
        {
            using var limit = CancellationTokenSource.CreateLinkedTokenSource(stop);
            limit.CancelAfter(LongestReading);
            var last = today.PlusDays(CalendarRules.DaysAhead);
            return CalendarReader.Read(text, today.PlusDays(-1), last, limit.Token);
        }
        finally
        {
            reading.Release();
        }
    }
}
