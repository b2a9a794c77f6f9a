using DutyGuy.Clockwork;
using DutyGuy.Commands;
using DutyGuy.Domain;
using DutyGuy.Store;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace DutyGuy.Web.Components;

/// <summary>Loads the frame of a page; the one place that does.</summary>
public sealed class FrameLoader(
    DutyStore store,
    Pulse pulse,
    DutyClock clock,
    ServeSettings settings,
    IAntiforgery forgery,
    ConnectedActions connected,
    Passes passes
)
{
    public async Task<FrameModel> Load(HttpContext http, Caller caller)
    {
        var now = clock.GetCurrentInstant();
        var beat = pulse.Count;
        var (duties, people, account) = await store.Read(db => Known(db, caller, now));
        duties = [.. duties.Select(d => d with { Adapters = connected.Kinds })];
        var frame = Of(caller, now, duties, people, account);
        return frame with
        {
            Token = forgery.GetAndStoreTokens(http).RequestToken ?? "",
            Beat = beat,
            StandingStill = passes.Broken.Count == 0 ? [] : await store.Read(Still),
            Done = DoneWords.Take(http),
            TestClock = clock.Testing,
            ActAs = settings.Demo ? [.. people.Where(p => p.IsInTeamOn(frame.Today)).OrderBy(p => p.Name)] : [],
        };
    }

    /// <summary>The frame as a function of what is known.</summary>
    public static FrameModel Of(
        Caller caller,
        Instant now,
        IReadOnlyList<DutyFacts> duties,
        IReadOnlyList<Person> people,
        Account? account
    )
    {
        var frame = new FrameModel
        {
            Caller = caller,
            Now = now,
            Zone = duties.MinBy(d => (d.Duty.CreatedAt, d.Duty.Id))?.Playbook.Zone ?? DateTimeZone.Utc,
            Duties = duties,
            Boards = [.. duties.Select(BoardOf.Duty)],
            Alarms = AlarmsOf(duties),
            OnDuty = [.. duties.Select(d => new OnDutyChip(d.Duty.Id, d.Duty.Name, d.OnDuty.Person, d.OnDuty.To))],
            People = people.ToDictionary(p => p.Handle, StringComparer.Ordinal),
            Theme = account?.Theme switch
            {
                "day" => "light",
                "night" => "dark",
                _ => null,
            },
            Keys = account?.KeysOff != true,
        };
        return frame.Mine is not { } mine
            ? frame
            : frame with
            {
                Counts = NavCount.Of(mine, frame.BoardOf(mine)),
                OnDuty = [.. frame.OnDuty.OrderByDescending(c => c.Duty == mine.Duty.Id)],
            };
    }

    /// <summary>Duties know the same rollouts: the one in whose turn it was started, else the first that shows it.</summary>
    static IReadOnlyList<(RolloutAlarm, DutyFacts)> AlarmsOf(IReadOnlyList<DutyFacts> duties) =>
        [
            .. duties
                .Select(d => (Alarm: BoardOf.Duty(d).Alarm, Facts: d))
                .Where(a => a.Alarm is not null)
                .GroupBy(a => a.Alarm!.Rollout)
                .Select(same =>
                    same.OrderByDescending(a =>
                            a.Facts.Rollouts.Any(r => r.Id == same.Key && r.Duty == a.Facts.Duty.Id)
                        )
                        .First()
                )
                .Select(a => (a.Alarm!, a.Facts)),
        ];

    async Task<IReadOnlyList<StandingStill>> Still(DutyDb db)
    {
        var broken = passes.Broken;
        var names = await db.Duties.ToDictionaryAsync(d => d.Id, d => d.Name);
        return [.. broken.Select(b => new StandingStill(b.Key, names.GetValueOrDefault(b.Key, b.Key), Why(b.Value)))];
    }

    static string Why(Exception broken) =>
        broken is UnreadablePlaybookException
            ? broken.Message
            : $"{broken.Message} It is tried again every few seconds. Should this stay, look into the server's log.";

    static async Task<(IReadOnlyList<DutyFacts>, IReadOnlyList<Person>, Account?)> Known(
        DutyDb db,
        Caller caller,
        Instant now
    )
    {
        return (
            await db.LoadReadableFacts(now),
            await db.People.ToListAsync(),
            await db.Accounts.FirstOrDefaultAsync(a => a.Person == caller.Person)
        );
    }
}
