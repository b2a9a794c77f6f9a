using System.Text.Json;
using DutyGuy.Adapters.Sentry;
using DutyGuy.Domain;
using DutyGuy.Store;
using NodaTime;

namespace DutyGuy.EndToEnd.Gallery;

static partial class ClinicDay
{
    /// <summary>Nine events of three kinds, kept as the intake keeps them, with the keys of their cause.</summary>
    static async Task Events(DutyDb db, TrackedError error)
    {
        (string Caller, string Words)[] kinds =
        [
            ("SlotsEndpoint.Get", "no calendar of zone Europe/Lisbon in 3 calendars"),
            ("AgendaPage.Load", "no calendar of zone Europe/Lisbon in 3 calendars"),
            ("AgendaPage.Load", "the calendars overlap"),
        ];
        for (var i = 0; i < 9; i++)
        {
            var (caller, words) = kinds[i is 8 ? 2 : i % 3 / 2];
            var seen = Seen(error, $"{i:x32}", caller, words);
            await db.Insert(
                new ErrorEvent
                {
                    ErrorId = error.Id,
                    EventId = seen.Sighting.EventId,
                    At = error.LastSeen - Duration.FromMinutes(3 * (8 - i)),
                    Json = seen.Json,
                }
            );
            if (i == 0)
                await db.Insert(
                    new ErrorKey
                    {
                        Project = error.Project,
                        Environment = error.Environment,
                        Key = seen.Cause.Keys.Cause,
                        ErrorId = error.Id,
                        At = error.FirstSeen,
                    }
                );
        }
    }

    static SentryError Seen(TrackedError error, string id, string caller, string words)
    {
        object Frame(string place, int line) =>
            new
            {
                filename = $"src/Clinic/{place.Split('.')[0]}.cs",
                module = $"Clinic.{place.Split('.')[0]}",
                function = place.Split('.')[1],
                lineno = line,
                in_app = true,
            };
        var frames = new[] { Frame(caller, 31), Frame(error.Culprit, 142) };
        var values = new[]
        {
            new
            {
                type = "TimeZoneException",
                value = words,
                stacktrace = new { frames },
            },
        };
        var body = JsonSerializer.SerializeToUtf8Bytes(
            new
            {
                event_id = id,
                platform = "csharp",
                environment = error.Environment,
                exception = new { values },
            }
        );
        return SentryIntake.Read(StoreReader.Read(body), "clinic"u8, error.LastSeen).Errors[0];
    }
}
