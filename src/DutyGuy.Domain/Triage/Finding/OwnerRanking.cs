namespace DutyGuy.Domain;

/// <summary>Somebody who could look at an error.</summary>
/// <param name="Person">Their number in <see cref="SourceIndex.People"/>.</param>
/// <param name="Address">The one they used last.</param>
/// <param name="Probability">Of being the one who will mend it; all people of the error together have 1.</param>
/// <param name="Reasons">Sentences without the subject, the strongest first.</param>
public sealed record OwnerCandidate(int Person, string Address, float Probability, IReadOnlyList<string> Reasons);

/// <summary>The people for an error, best first; never empty where the history has a person at all.</summary>
public sealed record OwnerRanking(IReadOnlyList<OwnerCandidate> Candidates)
{
    /// <summary>Below this probability of the best nobody is chosen beforehand and nothing is handed on by itself.</summary>
    public const float LeastProbability = 0.25f;

    /// <summary>Candidates are equal when the probability of one is at least this part of the other's.</summary>
    public const float EqualPart = 0.9f;

    /// <summary>Nobody fits well: the duty is asked.</summary>
    public bool NobodyFits => Candidates.Count == 0 || Candidates[0].Probability < LeastProbability;

    /// <summary>Puts first, among equals at the top, who has least on their table: a good ranking piles work on the same ones.</summary>
    /// <param name="load">How many open questions a person has.</param>
    public OwnerRanking ByLoad(Func<OwnerCandidate, int> load)
    {
        if (Candidates.Count == 0)
            return this;
        var least = Candidates[0].Probability * EqualPart;
        var equal = Candidates.TakeWhile(candidate => candidate.Probability >= least).ToList();
        return new([.. equal.OrderBy(load), .. Candidates.Skip(equal.Count)]);
    }
}
