using System.Text.Json;
using DutyGuy.Domain;
using DutyGuy.Store;
using NodaTime;
using NodaTime.Serialization.SystemTextJson;

namespace DutyGuy.Tests.Harness;

/// <summary>
/// What a server knows by the answers it kept is what the database says: asked at the end of every test, so that whatever
/// changes a table without its mark is found by the test that does it.
/// </summary>
static class KeptAndFresh
{
    static readonly JsonSerializerOptions Json = new JsonSerializerOptions().ConfigureForNodaTime(
        DateTimeZoneProviders.Tzdb
    );

    public static async Task ShouldBeTheSame(DutyStore store, string connection, Instant now)
    {
        var kept = await store.Read(db => db.LoadReadableFacts(now));
        var fresh = await new DutyStore(Database.Opener(connection), new Pulse()).Read(db => db.LoadReadableFacts(now));
        kept.Select(Written).ShouldBe(fresh.Select(Written));
    }

    static string Written(DutyFacts facts) =>
        string.Join('\n', Parts(facts).Select(part => $"{part.Name}: {string.Join(", ", part.Rows)}"));

    /// <summary>Whatever comes from a table; the order is the query's own affair.</summary>
    static IEnumerable<(string Name, IEnumerable<string> Rows)> Parts(DutyFacts facts) =>
        [
            ("duty", [JsonSerializer.Serialize(facts.Duty, Json)]),
            ("version", [$"{facts.Version}"]),
            ("first day", [$"{facts.Rota.FirstDay}"]),
            ("members", Rows(facts.Rota.Members.Select(m => m with { Holidays = null }))),
            ("absences", Rows(facts.Rota.Absences)),
            ("overrides", Rows(facts.Rota.Overrides)),
            ("past turns", Rows(facts.Rota.PastTurns)),
            ("planned", Rows(facts.Rota.Planned)),
            ("acts", Rows(facts.Acts)),
            ("people", Rows(facts.People.Values)),
            ("line", Rows(facts.Line)),
            ("results", Rows(facts.Mains.SelectMany(m => m.Results))),
            ("projects", Rows(facts.Projects)),
            ("errors", Rows(facts.Errors)),
            ("pokes", Rows(facts.Pokes)),
            ("suggestions", Rows(facts.Suggestions)),
            ("environments", Rows(facts.ConnectedEnvironments)),
            ("performance connected", [$"{facts.PerformanceConnected}"]),
            ("requests", Rows(facts.RequestsPerMinute)),
            ("rollouts", Rows(facts.Rollouts)),
            ("holds", Rows(facts.Holds)),
            ("judgements", Rows(facts.Judgements)),
            ("gates passed", Rows(facts.Overrides)),
            ("runs", Rows(facts.Runs)),
            ("entries", Rows(facts.Entries)),
            ("record", Rows(facts.Record)),
            ("main recorded", [$"{facts.MainRecorded}"]),
            ("effects", Rows(facts.EffectKeys)),
            ("performance checked", [$"{facts.PerformanceCheckedAt}"]),
        ];

    static IEnumerable<string> Rows<T>(IEnumerable<T> rows) =>
        rows.Select(row => JsonSerializer.Serialize(row, Json)).Order(StringComparer.Ordinal);
}
