using System.Text;
using DutyGuy.Domain;
using DutyGuy.Store;
using DutyGuy.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace DutyGuy.Features.Intake;

/// <summary>How much of a file was kept.</summary>
sealed record MetricsKept(int Minutes, int Endpoints);

/// <summary>
/// <c>POST metrics?project=1&amp;environment=production</c> with text/csv: minutes that something else measured, see
/// <see cref="MinutesCsv"/>. All or nothing; a minute told again replaces the one before, so that a sender may repeat itself.
/// </summary>
static class ReceiveMetrics
{
    const int Largest = 64 * 1024 * 1024;

    public static void Map(RouteGroupBuilder api) =>
        api.MapPost("/metrics", Handle)
            .WithTags("Facts in")
            .Needs(Role.Engineer)
            .WithMetadata(new RequestSizeLimitAttribute(Largest))
            .Accepts<string>("text/csv", "text/plain", "application/x-www-form-urlencoded") // the last is what curl says
            .Produces<MetricsKept>();

    static async Task<IResult> Handle(
        int project,
        string environment,
        HttpRequest request,
        DutyStore store,
        IClock clock,
        CancellationToken stop
    )
    {
        if (string.IsNullOrWhiteSpace(environment))
            return Refusal
                .Invalid("Say which environment was measured: production, staging.", "environment")
                .ToProblem();
        using var body = new StreamReader(request.Body, Encoding.UTF8);
        var text = await body.ReadToEndAsync(stop);
        var now = clock.GetCurrentInstant();
        var read = Read(text, environment, now);
        return read.Value is { } minutes
            ? (await store.Change(db => Keep(db, project, environment, minutes, now), stop)).ToResult()
            : read.ToResult();
    }

    static Outcome<List<EndpointMinute>> Read(string text, string environment, Instant now)
    {
        try
        {
            var minutes = MinutesCsv.Read(new StringReader(text), "", environment).ToList();
            return minutes.Find(m => m.Minute > now) is { } early
                ? Refusal.Invalid($"The minute {early.Minute} has not come yet: here it is {now}. Send Unix seconds.")
                : minutes;
        }
        catch (FormatException wrong)
        {
            return Refusal.Invalid(wrong.Message);
        }
    }

    static async Task<Outcome<MetricsKept>> Keep(
        DutyDb db,
        int project,
        string environment,
        List<EndpointMinute> minutes,
        Instant now
    )
    {
        if (!await db.Projects.AnyAsync(p => p.Id == project))
            return Refusal.Invalid($"There is no project {project}. GET projects lists them.", "project");
        await db.Keep(project, environment, minutes, now);
        return new MetricsKept(minutes.Count, minutes.Select(m => m.Endpoint).Distinct(StringComparer.Ordinal).Count());
    }
}
