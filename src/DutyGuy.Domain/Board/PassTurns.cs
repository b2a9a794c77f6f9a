using NodaTime;

namespace DutyGuy.Domain;

/// <summary>A turn becomes a fact when it begins; days missed while the server was off are recorded as they would have been.</summary>
static class PassTurns
{
    public static Decision Due(DutyFacts facts)
    {
        var known = facts.Rota.PastTurns.Select(t => t.Date).ToHashSet();
        var begun = Turns
            .Between(facts.Rota, facts.Rota.FirstDay, facts.Today)
            .Where(t => !known.Contains(t.Date) && facts.Rota.Hours.StartOf(t.Date) <= facts.Now)
            .ToList();
        return new()
        {
            Rows = [.. begun.Select(t => new DutyTurn(facts.Duty.Id, t.Date, t.Person))],
            Facts = [.. begun.Where(t => t.Person is not null).Select(t => Began(facts, t))],
        };
    }

    static Fact Began(DutyFacts facts, PlannedTurn turn) =>
        facts.Fact(FactKind.TurnBegan, "by itself", $"{facts.NameOf(turn.Person!)} is on duty.") with
        {
            Data = new Dictionary<string, string>
            {
                ["date"] = turn.Date.ToString("uuuu-MM-dd", null),
                ["person"] = turn.Person!,
            },
        };
}
