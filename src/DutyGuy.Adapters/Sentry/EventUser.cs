using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using DutyGuy.Domain;

namespace DutyGuy.Adapters.Sentry;

/// <summary>The user of an event: counted by a keyed hash, and blotted out of every text that is kept.</summary>
internal sealed class EventUser
{
    private const int Longest = 2000;
    private static readonly string[] PersonalWords =
    [
        "user",
        "mail",
        "ip_address",
        "client_ip",
        "remote",
        "session",
        "cookie",
        "token",
        "auth",
        "password",
        "secret",
        "phone",
        "birth",
        "patient",
        "firstname",
        "lastname",
        "first_name",
        "last_name",
        "address",
    ];

    private readonly List<string> values = [];
    private readonly string? named;

    public EventUser(JsonElement user)
    {
        if (user.Text() is { Length: > 0 } alone)
        {
            named = $"id:{alone}";
            values.Add(alone);
        }
        foreach (var name in (string[])["id", "username", "email", "ip_address", "name"])
            if (user.Text(name) is { Length: > 0 } value)
            {
                // `{{auto}}` asks the server to take the sender's address: that is nobody.
                named ??= value.StartsWith("{{", StringComparison.Ordinal) ? null : $"{name}:{value}";
                values.Add(value);
            }
        // The whole name before a part of it.
        values.Sort((a, b) => b.Length.CompareTo(a.Length));
    }

    /// <summary>32 hex digits of HMAC-SHA256; null when the event names nobody.</summary>
    public string? Key(ReadOnlySpan<byte> hashKey) =>
        named is null
            ? null
            : Convert.ToHexStringLower(HMACSHA256.HashData(hashKey, Encoding.UTF8.GetBytes(named)))[..32];

    /// <summary>A text without people's data, of bounded length.</summary>
    public string Clean(string text)
    {
        // Cut before cleaning, to bound the work, and after it, so that half a mail at the cut is gone.
        return Redaction.Clean(text.Cut(Longest * 2), values).Cut(Longest);
    }

    /// <summary>Whether a tag's name says that its value is about a person.</summary>
    public static bool IsPersonal(string name) =>
        PersonalWords.Any(word => name.Contains(word, StringComparison.OrdinalIgnoreCase));
}
