using DutyGuy.Domain;
using DutyGuy.Store;
using DutyGuy.Web;
using NodaTime;

namespace DutyGuy.Features.Signals;

/// <summary>One result of continuous integration.</summary>
sealed record CiSignal(
    string Repository,
    string? Pipeline,
    string Branch,
    string Commit,
    CiStatus Status,
    string? Url,
    Instant? At,
    IReadOnlyList<string>? FailingTests
);

/// <summary><c>POST signals/ci</c>.</summary>
static class ReceiveCi
{
    public static async Task<IResult> Handle(CiSignal signal, DutyStore store, IClock clock)
    {
        if (Missing(signal) is { } field)
            return Refusal.Invalid($"“{field}” is empty.", field).ToProblem();
        if (!CiResult.IsCommit(signal.Commit))
            return Refusal.Invalid("A commit is named by letters, digits and . _ : / + @ -", "commit").ToProblem();
        var result = new CiResult
        {
            Repository = signal.Repository,
            Pipeline = signal.Pipeline ?? "",
            Branch = signal.Branch,
            Commit = signal.Commit,
            Status = signal.Status,
            At = clock.GetCurrentInstant(),
            SentAt = signal.At,
            Url = signal.Url,
            FailingTests = signal.FailingTests ?? [],
        };
        var kept = await store.Change(db => db.AppendCi(result));
        return TypedResults.Json(kept, Words.Json, statusCode: 201);
    }

    static string? Missing(CiSignal signal) =>
        string.IsNullOrWhiteSpace(signal.Repository) ? "repository"
        : string.IsNullOrWhiteSpace(signal.Branch) ? "branch"
        : string.IsNullOrWhiteSpace(signal.Commit) ? "commit"
        : null;
}
