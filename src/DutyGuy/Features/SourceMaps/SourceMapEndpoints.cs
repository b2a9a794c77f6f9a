using DutyGuy.Domain;
using DutyGuy.Store;
using DutyGuy.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace DutyGuy.Features.SourceMaps;

/// <summary>Source maps of minified files, as a build uploads them.</summary>
static class SourceMapEndpoints
{
    const int InOnePart = 1000;

    public static void Map(RouteGroupBuilder api)
    {
        var maps = api.MapGroup("/projects/{project:int}/source-maps").WithTags("Projects");
        maps.MapGet("", List);
        maps.MapPut("", PutSourceMap.Handle)
            .Needs(Role.Engineer)
            .WithMetadata(new DisableRequestSizeLimitAttribute(), new DropsNul())
            // The last is what curl says.
            .Accepts<string>("application/json", "application/octet-stream", "application/x-www-form-urlencoded")
            .Produces<SourceMapView>()
            .WithSummary("The source map of a minified file of a release; one that is there is replaced.");
    }

    static async Task<ListOf<SourceMapView>> List(
        int project,
        string? release,
        int? skip,
        DutyStore store,
        HttpRequest request
    )
    {
        var from = Parts.From(skip);
        return await store.Read(async db =>
        {
            var asked = db.SourceMaps.Where(m => m.Project == project && (release == null || m.Release == release));
            var part = await asked
                .OrderBy(m => m.Release)
                .ThenBy(m => m.File)
                .Skip(from)
                .Take(InOnePart)
                .Select(m => new SourceMapView(m.Release, m.File, m.At, m.Sources, m.Mappings))
                .ToListAsync();
            return new ListOf<SourceMapView>(part, await asked.CountAsync()).After(from, request);
        });
    }
}

/// <summary>A source map as its readers see it.</summary>
sealed record SourceMapView(string Release, string File, Instant At, int Sources, int Mappings);
