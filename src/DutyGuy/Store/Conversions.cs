using System.Text.Json;
using DutyGuy.Domain;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using NodaTime;
using NodaTime.Serialization.SystemTextJson;
using NodaTime.Text;

namespace DutyGuy.Store;

/// <summary>How the domain's values look in a column: instants as ticks, dates as text, lists as JSON.</summary>
static class Conversions
{
    static readonly JsonSerializerOptions Json = new JsonSerializerOptions().ConfigureForNodaTime(
        DateTimeZoneProviders.Tzdb
    );

    public static void Add(ModelConfigurationBuilder conventions)
    {
        conventions.Properties<Instant>().HaveConversion<InstantConverter>();
        conventions.Properties<LocalDate>().HaveConversion<DateConverter>();
        conventions.Properties<Enum>().HaveConversion<string>();
        AddJson<IReadOnlyList<string>>(conventions);
        AddJson<IReadOnlyList<LocalDate>>(conventions);
        AddJson<IReadOnlyList<IsoDayOfWeek>>(conventions);
        AddJson<IReadOnlyList<Frame>>(conventions);
        AddJson<IReadOnlyList<StepRecord>>(conventions);
        AddJson<IReadOnlyList<UnfinishedLine>>(conventions);
        AddJson<IReadOnlyList<DeliveryAttempt>>(conventions);
        AddJson<RegroupingNotes>(conventions);
        AddJson<IReadOnlyDictionary<string, string>>(conventions);
        AddJson<IReadOnlyDictionary<string, Instant>>(conventions);
    }

    static void AddJson<T>(ModelConfigurationBuilder conventions)
        where T : class => conventions.Properties<T>().HaveConversion<JsonConverter<T>, JsonComparer<T>>();

    sealed class InstantConverter()
        : ValueConverter<Instant, long>(i => i.ToUnixTimeTicks(), t => Instant.FromUnixTimeTicks(t));

    sealed class DateConverter()
        : ValueConverter<LocalDate, string>(
            d => LocalDatePattern.Iso.Format(d),
            s => LocalDatePattern.Iso.Parse(s).Value
        );

    sealed class JsonConverter<T>()
        : ValueConverter<T, string>(
            v => JsonSerializer.Serialize(v, Json),
            s => JsonSerializer.Deserialize<T>(s, Json)!
        )
        where T : class;

    sealed class JsonComparer<T>()
        : ValueComparer<T>(
            (a, b) => ReferenceEquals(a, b) || JsonSerializer.Serialize(a, Json) == JsonSerializer.Serialize(b, Json),
            v => JsonSerializer.Serialize(v, Json).GetHashCode(StringComparison.Ordinal),
            v => v
        )
        where T : class;
}
