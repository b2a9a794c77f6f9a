namespace DutyGuy.Domain;

/// <summary>What the history and what colleagues said come to: the suggestions for an error, best first.</summary>
public static class TeamRanking
{
    private const int Kept = 5;

    private sealed record Share(string Person, double Probability, IReadOnlyList<string> Reasons);

    /// <summary>The suggestions; strangers' part of the probability is given to nobody.</summary>
    /// <param name="referral">What a colleague said of the place where it failed.</param>
    public static IReadOnlyList<Suggestion> Of(
        long error,
        IReadOnlyList<OwnerCandidate> candidates,
        TeamAuthors team,
        Referral? referral
    )
    {
        var shares = Shares(candidates, team);
        if (referral is not null)
            shares = Referred(shares, referral);
        return
        [
            .. shares
                .OrderByDescending(share => share.Probability)
                .ThenBy(share => share.Person, StringComparer.Ordinal)
                .Take(Kept)
                .Select(
                    (share, place) =>
                        new Suggestion
                        {
                            ErrorId = error,
                            Rank = place + 1,
                            Person = share.Person,
                            Score = Math.Round(share.Probability, 4),
                            Reasons = share.Reasons,
                        }
                ),
        ];
    }

    /// <summary>Who is named when nobody is of the team: the best authors, as they sign.</summary>
    public static string WhyNobody(OwnerRanking ranking, Identities authors)
    {
        var strangers = ranking.Candidates.Take(3).Select(c => authors.Of(c.Person).First(s => s.Mail == c.Address));
        return $"Nobody in the team has the address or name of {string.Join(", ", strangers.Select(s => $"{s.Name} <{s.Mail}>"))}.";
    }

    // Somebody of the team may be two people in the history: their parts add up, the reasons are the stronger one's.
    private static List<Share> Shares(IReadOnlyList<OwnerCandidate> candidates, TeamAuthors team) =>
        [
            .. candidates
                .Select(candidate => (Handle: team.HandleOf(candidate.Person), Candidate: candidate))
                .Where(one => one.Handle is not null)
                .GroupBy(one => one.Handle!, one => one.Candidate, StringComparer.Ordinal)
                .Select(one => new Share(one.Key, one.Sum(c => (double)c.Probability), one.First().Reasons)),
        ];

    // The word of a colleague takes its part of the probability, what the history says shares the rest.
    private static List<Share> Referred(List<Share> shares, Referral referral)
    {
        var known = shares.Find(share => share.Person == referral.To);
        var part = referral.Weight;
        return
        [
            new(
                referral.To,
                part + ((1 - part) * (known?.Probability ?? 0)),
                [referral.Reason, .. known?.Reasons.Take(2) ?? []]
            ),
            .. shares
                .Where(share => share != known)
                .Select(share => share with { Probability = (1 - part) * share.Probability }),
        ];
    }
}
