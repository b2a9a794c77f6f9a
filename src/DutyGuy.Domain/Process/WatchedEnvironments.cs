using System.Runtime.CompilerServices;

namespace DutyGuy.Domain;

/// <summary>Environments as the playbook names them.</summary>
public sealed class WatchedEnvironments
{
    static readonly ConditionalWeakTable<Playbook, WatchedEnvironments> Remembered = [];

    WatchedEnvironments(Playbook playbook)
    {
        var parts = ConditionParts.Of(playbook).ToList();
        List<string> named =
        [
            .. playbook
                .Rules.Select(r => r.ForEach?.Environment)
                .Concat(parts.OfType<Condition.Count>().Select(c => c.Selection.Environment))
                .OfType<string>()
                .Distinct(StringComparer.Ordinal),
        ];
        Customers = named.Contains(Environments.Production)
            ? [Environments.Production]
            : [.. named.Except(BeforeTheButton(playbook), StringComparer.Ordinal)];
        var health = parts.Any(c => c is Condition.Known { Fact: KnownFact.RolloutHealth });
        if (Customers.Count == 0)
            Customers = [Environments.Production];
        Errors = [.. health ? named.Union(Customers) : named];
        Requests = [.. parts.OfType<Condition.Requests>().Select(c => c.Environment).Distinct(StringComparer.Ordinal)];
    }

    /// <summary>Of a playbook.</summary>
    public static WatchedEnvironments Of(Playbook playbook) =>
        Remembered.GetValue(playbook, p => new WatchedEnvironments(p));

    /// <summary>Those whose errors its rules and checks ask for, in its order.</summary>
    public IReadOnlyList<string> Errors { get; }

    /// <summary>Those whose traffic it asks for.</summary>
    public IReadOnlyList<string> Requests { get; }

    /// <summary>
    /// Where errors meet customers: production, or where the playbook calls it otherwise what it watches and does not look
    /// at before the button.
    /// </summary>
    public IReadOnlyList<string> Customers { get; }

    /// <summary>Whether errors of an environment meet customers.</summary>
    public bool MeetCustomers(string environment) => Customers.Contains(environment);

    /// <summary>What a check counts before the button, and where a rule lets old errors be written up.</summary>
    static IEnumerable<string> BeforeTheButton(Playbook playbook)
    {
        var checks = playbook
            .Checklists.Values.Where(c => RuleUses.Of(c) == RuleUse.Rollout)
            .SelectMany(c => c.Steps.TakeWhile(s => s.Run?.Kind != ActionKind.DeployProduction))
            .SelectMany(s => ConditionParts.Of(s.Check))
            .OfType<Condition.Count>()
            .Select(c => c.Selection.Environment);
        var writtenUp = playbook
            .Rules.Where(r => r.WhenNo?.Any(ErrorAsks.AsksWriteUp) == true || r.WhenYes.Any(ErrorAsks.AsksWriteUp))
            .Select(r => r.ForEach?.Environment)
            .OfType<string>();
        return checks.Concat(writtenUp);
    }
}
