using DutyGuy.Adapters.Git;
using DutyGuy.Clockwork;
using DutyGuy.Domain;

namespace DutyGuy.Features.Rollouts;

/// <summary>A commit that an endpoint's change may come from; <c>Person</c> is whom to ask, when they are of the team.</summary>
sealed record SuspectView(string Commit, string Title, string Author, string? Person, string? Url, string Why)
{
    /// <summary>Of an endpoint that got worse, as the page names them.</summary>
    public static IReadOnlyList<SuspectView> Of(string endpoint, Shipped shipped, DutyFacts? facts) =>
        [
            .. Suspects
                .Of(endpoint, shipped.Commits)
                .Select(s => new SuspectView(
                    s.Commit.Sha,
                    s.Commit.Title,
                    s.Commit.AuthorName,
                    facts is null ? null : s.PersonOf(facts),
                    shipped.Repository is { } repository ? GitUrl.PageOf(repository, s.Commit.Sha) : null,
                    s.Why
                )),
        ];
}
