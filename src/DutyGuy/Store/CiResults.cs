using DutyGuy.Domain;
using Microsoft.EntityFrameworkCore;

namespace DutyGuy.Store;

/// <summary>A result of CI comes in by signal or by our own command: one way to keep it.</summary>
static class CiResults
{
    public static async Task<CiResult> AppendCi(this DutyDb db, CiResult result)
    {
        var duty = DutyAssignment.OfRepository(await db.AllDuties(), result.Repository);
        db.Append(
            new()
            {
                At = result.At,
                SentAt = result.SentAt,
                Kind = FactKind.CiResult,
                Source = "ci",
                Duty = duty?.Id,
                Subject = result.Repository,
                Text =
                    $"{result.Repository} is {result.Status.ToString().ToLowerInvariant()} at {CiResult.Short(result.Commit)}.",
                Data = new Dictionary<string, string>
                {
                    ["pipeline"] = result.Pipeline,
                    ["branch"] = result.Branch,
                    ["commit"] = result.Commit,
                    ["status"] = result.Status.ToString().ToLowerInvariant(),
                },
            }
        );
        return await db.Insert(result);
    }
}
