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

    /// <summary>Nobody fits well: the duty is asked.</summary>
    public bool NobodyFits => Candidates.Count == 0 || Candidates[0].Probability < LeastProbability;
}
