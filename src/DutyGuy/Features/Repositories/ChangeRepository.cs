using System.Text.Json;
using System.Text.Json.Nodes;
using DutyGuy.Adapters.Git;
using DutyGuy.Clockwork;
using DutyGuy.Domain;
using DutyGuy.Store;
using DutyGuy.Web;
using Microsoft.EntityFrameworkCore;

namespace DutyGuy.Features.Repositories;

/// <summary>What can be changed of a repository; what is left out stays, and <c>required: null</c> is automatic again.</summary>
sealed record RepositoryChange(IReadOnlyList<string>? OneWay, IReadOnlyList<string>? Required);

/// <summary>Changes which pipelines count and which changes have no way back.</summary>
static class ChangeRepository
{
    const int LongestName = 200;
    const int MostNames = 200;

    public static async Task<IResult> Handle(
        string id,
        JsonObject given,
        DutyStore store,
        Mirrors mirrors,
        RepositoryFetch fetch,
        Histories histories,
        CancellationToken stop
    )
    {
        if (await store.Read(db => Find(db, id)) is not { } before)
            return RepositoryEndpoints.Answer(id, null, histories);
        var read = Read(given);
        if (read.Value is not { } change)
            return read.Refusal!.ToProblem();
        if (change.OneWay is { } patterns && await Misunderstood(mirrors, before, patterns, stop) is { } wrong)
            return wrong.ToProblem();
        await store.Change(db => Write(db, id, given, change), stop);
        // The kept commits are looked at again with the new patterns.
        var after = change.OneWay is null ? await store.Read(db => Find(db, id)) : await fetch.Fetch(id, stop);
        return RepositoryEndpoints.Answer(id, after, histories);
    }

    /// <summary>Names are short and not empty.</summary>
    public static Refusal? Wrong(IReadOnlyList<string>? names, string field) =>
        names is null ? null
        : names.Count > MostNames ? Refusal.Invalid($"At most {MostNames} of them.", field)
        : names.FirstOrDefault(n => string.IsNullOrWhiteSpace(n) || n.Length > LongestName || n.Contains('\n'))
            is { } bad
            ? Refusal.Invalid(
                bad.Length > LongestName
                    ? $"“{bad[..40]}…” is longer than {LongestName} characters."
                    : "One of them is empty or has more than one line.",
                field
            )
        : null;

    static Outcome<RepositoryChange> Read(JsonObject given)
    {
        if (given.Select(f => f.Key).FirstOrDefault(k => k is not ("oneWay" or "required")) is { } other)
            return Refusal.Invalid($"“{other}” cannot be changed; oneWay and required can.", other);
        try
        {
            var change = given.Deserialize<RepositoryChange>(Words.Json)!;
            return (Wrong(change.OneWay, "oneWay") ?? Wrong(change.Required, "required")) is { } no ? no : change;
        }
        catch (JsonException wrong)
        {
            return BadInput.Refused(wrong);
        }
    }

    static async Task<Refusal?> Misunderstood(
        Mirrors mirrors,
        SourceRepository repository,
        IReadOnlyList<string> patterns,
        CancellationToken stop
    )
    {
        if (!mirrors.Has(repository))
            return null;
        foreach (var pattern in patterns)
            if (await mirrors.Of(repository).WrongPatternAsync(pattern, stop) is { } wrong)
                return Refusal.Invalid($"“{pattern}” is not understood by git: {wrong}", "oneWay");
        return null;
    }

    static async Task Write(DutyDb db, string id, JsonObject given, RepositoryChange change)
    {
        var repository = (await Find(db, id))!;
        await db.Replace(
            repository with
            {
                OneWay = change.OneWay ?? repository.OneWay,
                Required = given.ContainsKey("required") ? change.Required : repository.Required,
            }
        );
    }

    static Task<SourceRepository?> Find(DutyDb db, string id) => db.Repositories.FirstOrDefaultAsync(r => r.Id == id);
}
