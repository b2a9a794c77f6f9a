using System.Text.RegularExpressions;
using DutyGuy.Adapters.Git;
using DutyGuy.Domain;
using DutyGuy.Store;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace DutyGuy.Features.Repositories;

/// <summary>A repository joins those that are watched.</summary>
static partial class AddRepository
{
    public static async Task<Outcome<SourceRepository>> To(
        DutyStore store,
        NewRepository wanted,
        string by,
        Instant now
    ) => Wrong(wanted) is { } refusal ? refusal : await store.Change(db => Insert(db, wanted, by, now));

    static Refusal? Wrong(NewRepository wanted)
    {
        if (!ShortName().IsMatch(wanted.Id))
            return Refusal.Invalid($"“{wanted.Id}” is no short name: letters, digits, dot, dash, at most 64.", "id");
        if (GitUrl.Refusal(wanted.Url) is { } url)
            return Refusal.Invalid(url, "url");
        return wanted.Main is { } main && !Branch().IsMatch(main)
            ? Refusal.Invalid($"“{main}” is not the name of a branch.", "main")
            : ChangeRepository.Wrong(wanted.OneWay, "oneWay") ?? ChangeRepository.Wrong(wanted.Required, "required");
    }

    static async Task<Outcome<SourceRepository>> Insert(DutyDb db, NewRepository wanted, string by, Instant now)
    {
        if (await db.Repositories.AnyAsync(r => r.Id == wanted.Id))
            return Refusal.Conflict($"There is a repository “{wanted.Id}” already.") with { Field = "id" };
        if (await db.NeedsDuty(KnownKind.Repository, wanted.Id, wanted.Duty) is { } noDuty)
            return noDuty;
        var repository = new SourceRepository
        {
            Id = wanted.Id,
            Url = wanted.Url,
            Main = wanted.Main ?? "main",
            Project = wanted.Project,
            OneWay = wanted.OneWay ?? [],
            Required = wanted.Required,
        };
        await db.Insert(repository);
        if (wanted.Duty is { } duty)
            await db.LookAfter(duty, KnownKind.Repository, wanted.Id, by, now);
        // An address may hold a password; it is never shown again.
        return repository with { Url = GitUrl.WithoutSecret(wanted.Url) };
    }

    [GeneratedRegex(@"\A[A-Za-z0-9][A-Za-z0-9.-]{0,63}\z", RegexOptions.NonBacktracking)]
    private static partial Regex ShortName();

    [GeneratedRegex(@"\A[\p{L}\p{N}_][\p{L}\p{N}_./+#-]{0,199}\z", RegexOptions.NonBacktracking)]
    private static partial Regex Branch();
}
