using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using NodaTime;
using NodaTime.Serialization.SystemTextJson;

namespace DutyGuy.Web;

/// <summary>JSON as the contract writes it: camelCase names, enums as plain words ("not me"), unknown fields refused.</summary>
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

    sealed class PlainWords : JsonNamingPolicy
    {
        public override string ConvertName(string name) => Plain(name);
    }
}
