namespace DutyGuy.Domain;

/// <summary>What a rule or checklist is for, whatever the playbook calls it.</summary>
public enum RuleUse
{
    /// <summary>Nothing that the software knows more of.</summary>
    Other,

    /// <summary>Its checklist deploys production.</summary>
    Rollout,

    /// <summary>Its checklist compares endpoints across the last rollout.</summary>
    Performance,
}

/// <summary>Tells by what a checklist does what it is for.</summary>
public static class RuleUses
{
    /// <summary>What a checklist is for.</summary>
    public static RuleUse Of(Checklist? checklist) =>
        Runs(checklist, ActionKind.DeployProduction) ? RuleUse.Rollout
        : Runs(checklist, ActionKind.CompareEndpoints) ? RuleUse.Performance
        : RuleUse.Other;

    /// <summary>What a rule of a playbook is for.</summary>
    public static RuleUse Of(Playbook playbook, Rule rule) =>
        rule
            .WhenYes.Concat(rule.WhenNo ?? [])
            .Select(a => a.Checklist is { } id ? Of(playbook.Checklists.GetValueOrDefault(id)) : RuleUse.Other)
            .FirstOrDefault(use => use != RuleUse.Other);

    static bool Runs(Checklist? checklist, ActionKind action) =>
        checklist?.Steps.Any(s => s.Run?.Kind == action) == true;
}
