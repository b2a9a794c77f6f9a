namespace DutyGuy.Domain;

/// <summary>The question "real, noise or unsure for each endpoint": it is answered when there is nothing left to judge.</summary>
static class JudgingStep
{
    /// <summary>What can be said without a person; null while somebody has to judge, or nothing was compared yet.</summary>
    public static string? Answer(DutyFacts facts) =>
        facts.Comparison?.Found switch
        {
            Compared.NothingNew => "Nothing to compare.",
            Compared.NoneSlower => "Nothing to judge.",
            Compared.TooLittleData => "Cannot tell: too little data around the last rollout.",
            Compared.SomeSlower when StepPress.Unjudged(facts).Count == 0 => Judged(facts, facts.Comparison),
            _ => null,
        };

    static string Judged(DutyFacts facts, RolloutComparison comparison)
    {
        var words = comparison
            .Slower.Select(line => facts.Judgements.First(j => j.IsOf(comparison.RolloutId, line)).Word)
            .GroupBy(w => w)
            .OrderBy(g => g.Key)
            .Select(g => $"{g.Count()} {g.Key.ToString().ToLowerInvariant()}");
        return $"All are judged: {string.Join(", ", words)}.";
    }
}
