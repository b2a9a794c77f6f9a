using System.Security.Cryptography;
using DutyGuy.Domain;
using DutyGuy.Store;
using DutyGuy.Web;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace DutyGuy.Features.SourceMaps;

/// <summary><c>PUT projects/1/source-maps?release=shop@7&amp;file=assets/app.js</c> with the map as the body.</summary>
static class PutSourceMap
{
    const int Largest = 32 * 1024 * 1024;
    const int MostFiles = 1000;
    const int MostReleases = 50;
    const int LongestRelease = 200;

    public static async Task<IResult> Handle(
        int project,
        string release,
        string file,
        HttpRequest request,
        DutyStore store,
        IClock clock,
        CancellationToken stop
    )
    {
        if (string.IsNullOrWhiteSpace(release) || release.Length > LongestRelease)
            return Refusal
                .Invalid("Say the release as the SDK tells it, in at most 200 letters.", "release")
                .ToProblem();
        if (MinifiedFiles.NameOf(file) is not { } name)
            return Refusal.Invalid("Say which file the map is of, for instance assets/app.js.", "file").ToProblem();
        if (await LimitedBody.Read(request, Largest) is not { } body)
            return TooLarge();
        var read = Read(body, project, release, name, clock.GetCurrentInstant());
        return read.Value is { } row ? (await store.Change(db => Keep(db, row), stop)).ToResult() : read.ToResult();
    }

    static IResult TooLarge() =>
        TypedResults.Problem(
            statusCode: 413,
            title: "Too large.",
            detail: "A source map has at most 32 MB. Leave the text of the sources out (sourcesContent), as duty source-maps upload does.",
            type: "about:blank"
        );

    /// <summary>Read here, beside the one writer and not in its place; what is kept can be used.</summary>
    static Outcome<SourceMapRow> Read(ReadOnlyMemory<byte> body, int project, string release, string file, Instant now)
    {
        try
        {
            // The text of the sources is outlined and dropped; what is read is what is kept.
            var kept = SourceMapJson.WithoutSources(body);
            var map = SourceMap.Read(kept);
            var packed = SourceMapRow.Pack(kept);
            return new SourceMapRow
            {
                Project = project,
                Release = release,
                File = file,
                At = now,
                Hash = Convert.ToHexStringLower(SHA256.HashData(packed)),
                Sources = map.Sources,
                Mappings = map.Mappings,
                Packed = packed,
            };
        }
        catch (FormatException wrong)
        {
            return Refusal.Invalid($"The source map of {file} cannot be used. {wrong.Message}", "body");
        }
    }

    static async Task<Outcome<SourceMapView>> Keep(DutyDb db, SourceMapRow row)
    {
        if (!await db.Projects.AnyAsync(p => p.Id == row.Project))
            return Refusal.NotFound($"There is no project {row.Project}. GET projects lists them.");
        var files = db.SourceMaps.Where(m => m.Project == row.Project && m.Release == row.Release);
        var there = await files.CountAsync();
        if (await files.AnyAsync(m => m.File == row.File))
            await db.Replace(row);
        else if (there < MostFiles)
            await db.Insert(row);
        else
            return Refusal.Conflict($"A release has at most {MostFiles:N0} source maps; {row.Release} has them.");
        if (there == 0)
            await ForgetOldest(db, row.Project);
        return new SourceMapView(row.Release, row.File, row.At, row.Sources, row.Mappings);
    }

    static async Task ForgetOldest(DutyDb db, int project)
    {
        var all = db.SourceMaps.Where(m => m.Project == project);
        var maps = await all.Select(m => new { m.Release, m.At }).ToListAsync();
        var old = maps.GroupBy(m => m.Release, StringComparer.Ordinal)
            .OrderByDescending(release => release.Max(m => m.At))
            .Skip(MostReleases)
            .Select(release => release.Key)
            .ToList();
        if (old.Count > 0)
            await all.Where(m => old.Contains(m.Release)).ExecuteDeleteAsync();
    }
}
