using System.Security.Cryptography;
using System.Text;
using DutyGuy.Adapters.Sentry;
using DutyGuy.Domain;
using DutyGuy.Web;
using NodaTime;

namespace DutyGuy.Features.Intake;

/// <summary>Takes one request of an SDK: who sends, how much, what; answers 200 when it is durable.</summary>
sealed class ReceiveEvents(
    KnownProjects projects,
    KnownSourceMaps maps,
    SendingLimits limits,
    EventBatcher batcher,
    IClock clock,
    ILogger<ReceiveEvents> log
)
{
    /// <summary>Bytes on the wire.</summary>
    const int Largest = 5 * 1024 * 1024;
    const int LargestPlain = 20 * 1024 * 1024;

    public async Task Answer(HttpContext context, IntakeForm form)
    {
        IntakeEndpoints.AllowAnyOrigin(context.Response.Headers);
        try
        {
            var answer = await Receive(context, form);
            await answer.Write(context.Response);
        }
        catch (BodyTooLargeException large)
        {
            await IntakeAnswer.Refused(413, large.Message).Write(context.Response);
        }
        catch (BrokenEnvelopeException broken)
        {
            await IntakeAnswer.Refused(400, broken.Message).Write(context.Response);
        }
    }

    async Task<IntakeAnswer> Receive(HttpContext context, IntakeForm form)
    {
        var request = context.Request;
        var project = await projects.Find(context.GetRouteValue("project") as string);
        // Who is over the limit is told before we read what they send.
        if (project is not null && limits.SecondsToWait(project.Id) is { } seconds)
            return IntakeAnswer.Later(seconds, "too many items a minute");
        var envelope = await Read(request, form);
        var key = SentryKey.From(
            request.Headers["X-Sentry-Auth"],
            request.Headers.Authorization,
            request.Query["sentry_key"],
            envelope.Header.Dsn
        );
        if (key is null)
            return IntakeAnswer.Refused(401, "no key: send X-Sentry-Auth, or sentry_key in the address");
        if (project is null || !IsSame(key, project.Key))
            return IntakeAnswer.Refused(403, "the project's number or its key is wrong: take the DSN as it is shown");
        return await Keep(project, envelope);
    }

    static async Task<Envelope> Read(HttpRequest request, IntakeForm form)
    {
        var sent = HttpMethods.IsGet(request.Method)
            ? Encoding.UTF8.GetBytes(request.Query["sentry_data"].ToString())
            : await LimitedBody.Read(request, Largest) ?? throw new BodyTooLargeException(Largest);
        var body = Body.Decompress(sent, request.Headers.ContentEncoding, LargestPlain);
        return form == IntakeForm.Store
            ? StoreReader.Read(body, SentryKey.SentAt(request.Headers["X-Sentry-Auth"], request.Headers.Authorization))
            : EnvelopeReader.Read(body);
    }

    async Task<IntakeAnswer> Keep(Project project, Envelope envelope)
    {
        var now = clock.GetCurrentInstant();
        var hashKey = Encoding.UTF8.GetBytes(project.UserSecret);
        var reading = await new OriginalsOf(maps, project.Id, log).Read(originals =>
            SentryIntake.Read(envelope, hashKey, now, originals)
        );
        limits.Count(project.Id, Math.Max(1, reading.Errors.Count + reading.Timings.Count));
        var received = ReceivedEvents.Of(project, reading, now);
        var id = received.Sightings is [var first, ..] ? first.EventId : envelope.Header.EventId ?? NewId();
        if (received.IsEmpty)
            return reading.Broken is [var why, ..] ? IntakeAnswer.Refused(400, why) : IntakeAnswer.Good(id);
        if (!batcher.TryAdd(received))
            return IntakeAnswer.Later(2, "too much at once");
        return await received.Stored ? IntakeAnswer.Good(id) : IntakeAnswer.Unavailable();
    }

    /// <summary>Takes as long for a key that is nearly right as for any other.</summary>
    static bool IsSame(string sent, string known) =>
        CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(sent), Encoding.UTF8.GetBytes(known));

    static string NewId() => Guid.NewGuid().ToString("N");
}
