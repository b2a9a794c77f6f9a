using System.Security.Cryptography;
using System.Text;
using DutyGuy.Domain;
using DutyGuy.Store;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace DutyGuy.Web;

/// <summary>
/// A write with an Idempotency-Key happens once: the same key with the same request gets the same answer for a day, with
/// another one 409. What was cut off in the middle is not tried again by itself: its state is looked up by a person.
/// </summary>
static class Idempotency
{
    const string Header = "Idempotency-Key";
    static readonly Duration Kept = Duration.FromDays(1);

    public static void UseIdempotency(this WebApplication app) =>
        app.Use(
            async (context, next) =>
            {
                var key = context.Request.Headers[Header].ToString();
                if (key.Length > 0 && context.IsApi() && AuditWrites.IsWrite(context.Request) && By(context) is { } by)
                    await Once(context, next, by, key);
                else
                    await next(context);
            }
        );

    static string? By(HttpContext context) =>
        Caller.From(context.User) is { } caller ? (caller.Person ?? "token " + caller.Name) : null;

    static async Task Once(HttpContext context, RequestDelegate next, string by, string key)
    {
        if (key.Length > 200)
        {
            await Refusal.Invalid("An Idempotency-Key has at most 200 letters.").ToProblem().ExecuteAsync(context);
            return;
        }
        var store = context.RequestServices.GetRequiredService<DutyStore>();
        var mine = new IdempotentAnswer
        {
            By = by,
            Key = key,
            Request = await HashOf(context.Request),
            At = context.RequestServices.GetRequiredService<IClock>().GetCurrentInstant(),
        };
        if (await store.Change(db => Claim(db, mine)) is { } before)
            await Again(context, before, mine);
        else
            await First(context, next, store, mine);
    }

    /// <summary>Null when this is the first request with the key; else what the first one left.</summary>
    static async Task<IdempotentAnswer?> Claim(DutyDb db, IdempotentAnswer mine)
    {
        var old = mine.At - Kept;
        await db.IdempotentAnswers.Where(a => a.At < old).ExecuteDeleteAsync();
        var before = await db.IdempotentAnswers.FirstOrDefaultAsync(a => a.By == mine.By && a.Key == mine.Key);
        if (before is null)
            await db.Insert(mine);
        return before;
    }

    static async Task Again(HttpContext context, IdempotentAnswer before, IdempotentAnswer mine)
    {
        if (before.Request != mine.Request)
            await Conflict(context, "This Idempotency-Key was used for another request. Take a new key.");
        else if (before.Status is not { } status)
            await Conflict(
                context,
                "The first request with this Idempotency-Key runs still, or was cut off. Look whether it was done before "
                    + "you send it with a new key."
            );
        else
            await Replay(context, before, status);
    }

    static Task Conflict(HttpContext context, string why) => Refusal.Conflict(why).ToProblem().ExecuteAsync(context);

    static Task Replay(HttpContext context, IdempotentAnswer before, int status)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = before.ContentType;
        if (before.Location is { } location)
            context.Response.Headers.Location = location;
        var box = context.RequestServices.GetRequiredService<SecretBox>();
        return before.Body is { } body ? context.Response.WriteAsync(box.Open(body)) : Task.CompletedTask;
    }

    static async Task First(HttpContext context, RequestDelegate next, DutyStore store, IdempotentAnswer mine)
    {
        var outside = context.Response.Body;
        using var answer = new MemoryStream();
        context.Response.Body = answer;
        try
        {
            await next(context);
        }
        catch
        {
            await store.Change(db => Forget(db, mine));
            throw;
        }
        finally
        {
            context.Response.Body = outside;
        }
        var body = answer.ToArray();
        await store.Change(db => context.Response.StatusCode < 500 ? Keep(db, context, mine, body) : Forget(db, mine));
        await outside.WriteAsync(body);
    }

    static Task Keep(DutyDb db, HttpContext context, IdempotentAnswer mine, byte[] body)
    {
        var box = context.RequestServices.GetRequiredService<SecretBox>();
        var response = context.Response;
        return db.Replace(
            mine with
            {
                Status = response.StatusCode,
                ContentType = response.ContentType,
                Location = response.Headers.Location,
                Body = body.Length > 0 ? box.Seal(Encoding.UTF8.GetString(body)) : null,
            }
        );
    }

    static Task Forget(DutyDb db, IdempotentAnswer mine) =>
        db.IdempotentAnswers.Where(a => a.By == mine.By && a.Key == mine.Key).ExecuteDeleteAsync();

    static async Task<string> HashOf(HttpRequest request)
    {
        request.EnableBuffering();
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Encoding.UTF8.GetBytes($"{request.Method} {request.Path}{request.QueryString}\n"));
        var part = new byte[16384];
        for (int n; (n = await request.Body.ReadAsync(part)) > 0; )
            hash.AppendData(part, 0, n);
        request.Body.Position = 0;
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
