using DutyGuy.Domain;
using DutyGuy.Store;
using DutyGuy.Web;
using Microsoft.EntityFrameworkCore;

namespace DutyGuy.Features.Audit;

/// <summary>Every write: who, what, when, how it went. Newest first; <c>next</c> leads on to the older ones.</summary>
static class AuditEndpoints
{
    public static void Map(RouteGroupBuilder api) =>
        api.MapGet("/audit", List).Needs(Role.Administrator).WithTags("audit").Produces<ListOf<AuditRow>>();

    static async Task<IResult> List(DutyStore store, long before = long.MaxValue, int size = 100)
    {
        if (size is < 1 or > 1000)
            return Refusal.Invalid("A part has 1 to 1000 rows.", "size").ToProblem();
        return TypedResults.Json(await store.Read(db => Part(db, before, size)), Words.Json);
    }

    static async Task<ListOf<AuditRow>> Part(DutyDb db, long before, int size)
    {
        var rows = await db.Audit.Where(a => a.Id < before).OrderByDescending(a => a.Id).Take(size + 1).ToListAsync();
        var part = rows.Take(size).ToList();
        var next = rows.Count > size ? $"/api/v1/audit?before={part[^1].Id}&size={size}" : null;
        return new ListOf<AuditRow>(part, await db.Audit.CountAsync(), next);
    }
}
