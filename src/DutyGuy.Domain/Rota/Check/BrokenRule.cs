namespace DutyGuy.Domain;

/// <summary>A hard rule that a plan breaks: its word, what exactly, and how often (days, for coverage and the minimum gap).</summary>
public sealed record BrokenRule(string Rule, string What, int Count = 1);

/// <summary>
/// The verdict on a plan. Days of the minimum gap that are missed beyond those that the agreed and announced turns cause by themselves
/// are told apart: whether they can be avoided is a question for a planner, not for a check of rules.
/// </summary>
public sealed record PlanVerdict(IReadOnlyList<BrokenRule> Broken, int GapDaysMissed, int GapDaysPinned)
{
    /// <summary>No hard rule is broken.</summary>
    public bool IsValid => Broken.Count == 0;
}
