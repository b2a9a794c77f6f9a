using System.Text.Json;
using DutyGuy.Web;
using NodaTime;

namespace DutyGuy.Commands.Client;

/// <summary>A duty as sentences need it: times are said in its zone.</summary>
sealed record DutyShown(string Id, string Name, DateTimeZone Zone)
{
    public static DutyShown Of(JsonElement duty) =>
        new(
            duty.Text("id"),
            duty.Text("name"),
            DateTimeZoneProviders.Tzdb.GetZoneOrNull(duty.Text("zone") ?? "") ?? DateTimeZone.Utc
        );

    /// <summary>Monday 23 November 18:00; empty when there is none.</summary>
    public string When(Instant? at) =>
        at is { } instant ? $"{Say.Date(instant.InZone(Zone).Date)} {Say.Time(instant, Zone)}" : "";
}
