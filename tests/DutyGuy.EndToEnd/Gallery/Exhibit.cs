using DutyGuy.Domain;
using DutyGuy.Store;
using DutyGuy.Tests.Harness;
using DutyGuy.Web;
using NodaTime;

namespace DutyGuy.EndToEnd.Gallery;

/// <summary>A running server with the clinic's team in one state of its day.</summary>
public sealed class Exhibit(DutyApp app) : IAsyncDisposable
{
    public Uri Address => app.Address;

    public DutyStore Store => app.Part<DutyStore>();

    /// <summary>Nobody is there yet.</summary>
    public static async Task<Exhibit> Empty() => new(await DutyApp.Start(now: ClinicDay.Morning));

    /// <summary>Main is red, errors wait for it.</summary>
    public static Task<Exhibit> Red() =>
        Of(ClinicDay.Morning, ClinicDay.Team, db => ClinicDay.Builds(db, true), ClinicDay.Errors, ClinicDay.Days);

    /// <summary>Errors to look at; main is green.</summary>
    public static Task<Exhibit> Busy() =>
        Of(ClinicDay.Morning, ClinicDay.Team, db => ClinicDay.Builds(db, false), ClinicDay.Errors, ClinicDay.Days);

    /// <summary>The same with titles that do not end, in five languages.</summary>
    public static Task<Exhibit> LongWords() =>
        Of(
            ClinicDay.Morning,
            ClinicDay.Team,
            db => ClinicDay.Builds(db, false),
            ClinicDay.Errors,
            ClinicDay.Days,
            ClinicDay.LongWords
        );

    /// <summary>Nothing to do.</summary>
    public static Task<Exhibit> Quiet(Instant? now = null) =>
        Of(now ?? ClinicDay.At(14, 8, 31), ClinicDay.Team, db => ClinicDay.Builds(db, false), ClinicDay.Days);

    /// <summary>After 16:00 with every gate open.</summary>
    public static Task<Exhibit> Ready() =>
        Of(
            ClinicDay.At(16, 2, 31),
            ClinicDay.Team,
            db => ClinicDay.Builds(db, false),
            ClinicDay.Days,
            ClinicDay.RolloutAsked
        );

    /// <summary>One endpoint got slower with yesterday's rollout.</summary>
    public static Task<Exhibit> Slow() =>
        Of(
            ClinicDay.At(10, 30, 2),
            ClinicDay.Team,
            db => ClinicDay.Builds(db, false),
            ClinicDay.Days,
            ClinicDay.Traffic
        );

    /// <summary>A rollout is out and watched.</summary>
    public static Task<Exhibit> Watch() =>
        Of(
            ClinicDay.At(16, 17, 40),
            ClinicDay.Team,
            db => ClinicDay.Builds(db, false),
            ClinicDay.Days,
            ClinicDay.Rollout,
            ClinicDay.TrafficOfToday
        );

    /// <summary>The secret of a one-time address that signs somebody in.</summary>
    public async Task<string> WayIn(string handle)
    {
        var secret = Secrets.New();
        var address = new OneTimeAddress
        {
            Hash = Secrets.Hash(secret),
            Person = handle,
            SignsIn = true,
            ExpiresAt = ClinicDay.Morning + Duration.FromDays(90),
        };
        await Store.Change(db => db.Insert(address));
        return secret;
    }

    static async Task<Exhibit> Of(Instant now, params Func<DutyDb, Task>[] parts)
    {
        var app = await DutyApp.Start(now: now);
        foreach (var part in parts)
            await app.Part<DutyStore>().Change(part);
        return new(app);
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();
}
