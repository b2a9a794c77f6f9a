using System.Text.Json;
using DutyGuy.Domain;

namespace DutyGuy.Web;

/// <summary>Marks an address that leaves the character NUL out of the body itself.</summary>
sealed class DropsNul;

/// <summary>
/// The character NUL (U+0000) is refused at the door, wherever it stands: PostgreSQL keeps no text with it. The intake of
/// SDKs answers before and drops it, since no event may be lost.
/// </summary>
static class NulGuard
{
    public static void UseNulGuard(this WebApplication app) =>
        app.Use(
            async (context, next) =>
            {
                if (InAddress(context.Request) || (!DropsIt(context) && await InBody(context.Request)))
                    await Refuse(context);
                else
                    await next(context);
            }
        );

    static bool DropsIt(HttpContext context) => context.GetEndpoint()?.Metadata.GetMetadata<DropsNul>() is not null;

    static bool InAddress(HttpRequest request) =>
        request.Query.Any(q => HasNul(q.Key) || q.Value.Any(v => v is not null && HasNul(v)));

    static async Task<bool> InBody(HttpRequest request)
    {
        if (!AuditWrites.IsWrite(request) || request.ContentLength == 0)
            return false;
        var body = new MemoryStream();
        request.HttpContext.Response.RegisterForDispose(body);
        await request.Body.CopyToAsync(body, request.HttpContext.RequestAborted);
        body.Position = 0;
        request.Body = body;
        return InBytes(request, body.GetBuffer().AsSpan(0, (int)body.Length));
    }

    static bool InBytes(HttpRequest request, ReadOnlySpan<byte> body) =>
        body.Contains((byte)0)
        || (request.HasFormContentType && body.IndexOf("%00"u8) >= 0)
        || (request.HasJsonContentType() && body.IndexOf("\\u0000"u8) >= 0 && InJson(body));

    /// <summary>Not every <c>\u0000</c> is the character: the backslash may be one that was written itself.</summary>
    static bool InJson(ReadOnlySpan<byte> body)
    {
        var json = new Utf8JsonReader(body);
        try
        {
            while (json.Read())
                if (json.TokenType is JsonTokenType.String or JsonTokenType.PropertyName && HasNul(json.GetString()!))
                    return true;
        }
        catch (Exception broken) when (broken is JsonException or InvalidOperationException)
        {
            // Who reads it says what is wrong with it.
        }
        return false;
    }

    static bool HasNul(string text) => text.Contains('\0', StringComparison.Ordinal);

    static Task Refuse(HttpContext context)
    {
        const string why = "A text holds the character NUL (U+0000), which cannot be kept. Leave it out.";
        return context.IsApi()
            ? Refusal.Invalid(why).ToProblem().ExecuteAsync(context)
            : SentencePage.Answer(400, "Nothing was done", why, context.Request.Path).ExecuteAsync(context);
    }
}
