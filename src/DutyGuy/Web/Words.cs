using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using NodaTime;
using NodaTime.Serialization.SystemTextJson;

namespace DutyGuy.Web;

/// <summary>
/// JSON as the contract writes it: camelCase names, enums as plain words ("not me"), unknown fields refused, and a field
/// that may not be null may not be left out: an answer without its word is no answer.
/// </summary>
public static class Words
{
    public static readonly JsonSerializerOptions Json = Configure(
        new JsonSerializerOptions(JsonSerializerDefaults.Web)
    );

    public static JsonSerializerOptions Configure(JsonSerializerOptions options)
    {
        options.Converters.Add(new JsonStringEnumConverter(new PlainWords(), allowIntegerValues: false));
        options.UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow;
        options.RespectNullableAnnotations = true;
        options.TypeInfoResolver = (options.TypeInfoResolver ?? new DefaultJsonTypeInfoResolver()).WithAddedModifier(
            Require
        );
        options.Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping;
        return options.ConfigureForNodaTime(DateTimeZoneProviders.Tzdb);
    }

    /// <summary>An enum's value as people read it: <c>NotMe</c> is "not me".</summary>
    public static string Of(Enum value) => Plain(value.ToString());

    static string Plain(string name)
    {
        var plain = new StringBuilder();
        foreach (var letter in name)
        {
            if (char.IsUpper(letter) && plain.Length > 0)
                plain.Append(' ');
            plain.Append(char.ToLowerInvariant(letter));
        }
        return plain.ToString();
    }

    static void Require(JsonTypeInfo type)
    {
        foreach (var property in type.Properties)
            if (property is { Set: not null, AssociatedParameter: { HasDefaultValue: false, IsNullable: false } })
                property.IsRequired = true;
    }

    sealed class PlainWords : JsonNamingPolicy
    {
        public override string ConvertName(string name) => Plain(name);
    }
}
