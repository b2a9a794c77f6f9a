using DutyGuy.Domain;
using DutyGuy.Store;
using DutyGuy.Web;
using Microsoft.EntityFrameworkCore;
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
        return (await store.Change(db => Keep(db, signal, clock.GetCurrentInstant()))).ToCreated(_ => "signals/ci");
    }

    static async Task<Outcome<CiResult>> Keep(DutyDb db, CiSignal signal, Instant now)
    {
        var commit = await CommitOf(db, signal);
        return commit.Refusal is { } refusal
            ? refusal
            : await db.AppendCi(
                new CiResult
                {
                    Repository = signal.Repository,
                    Pipeline = signal.Pipeline ?? "",
                    Branch = signal.Branch,
                    Commit = commit.Value!,
                    Status = signal.Status,
                    At = now,
                    SentAt = signal.At,
                    Url = signal.Url,
                    FailingTests = signal.FailingTests ?? [],
                }
            );
    }

    /// <summary>The whole hash: what is no hash would stand beside main and hide what comes later.</summary>
    static async Task<Outcome<string>> CommitOf(DutyDb db, CiSignal signal)
    {
        var named = signal.Commit.ToLowerInvariant();
        if (CiResult.IsHash(named))
            return named;
        var main = db.MainCommits.Where(c => c.Repository == signal.Repository);
        if (!CiResult.IsPrefix(named) || !await main.AnyAsync())
            return Refusal.Invalid(
                $"“{signal.Commit}” is not the hash of a commit. Give the full hash: git rev-parse HEAD",
                "commit"
            );
        var found = await main.Where(c => c.Sha.StartsWith(named)).Select(c => c.Sha).Take(2).ToListAsync();
        return found.Count == 1
            ? found[0]
            : Refusal.Invalid(
                $"{(found.Count == 0 ? "No commit" : "More than one commit")} of main of {signal.Repository} begins with “{named}”. Give the full hash: git rev-parse HEAD",
                "commit"
            );
    }

    static string? Missing(CiSignal signal) =>
        string.IsNullOrWhiteSpace(signal.Repository) ? "repository"
        : string.IsNullOrWhiteSpace(signal.Branch) ? "branch"
        : string.IsNullOrWhiteSpace(signal.Commit) ? "commit"
        : null;
}
