namespace DutyGuy.Domain;

/// <summary>A swap's next state as rows, a fact, and messages to both.</summary>
public static class SwapDecision
{
    /// <summary>What to keep and whom to tell.</summary>
    public static Decision Of(DutyFacts facts, SwapDone done)
    {
        var swap = done.Swap;
        var rows = new List<object> { swap };
        rows.AddRange(
            done.Overrides.Select(o => new DutyOverride(
                swap.Duty,
                o.Date,
                o.Person,
                o.Why,
                o.By,
                o.InsteadOf,
                facts.Now
            ))
        );
        if (done.TakesOver)
            rows.Add(TakeOver(facts, swap.With));
        var text = Text(facts, swap);
        return new()
        {
            Rows = rows,
            Facts =
            [
                facts.Fact(
                    FactKind.Swap,
                    swap.State == SwapState.Offered ? swap.From : swap.With,
                    text,
                    $"swap:{swap.Id}"
                ),
            ],
            Messages = [.. Told(swap).Select(p => Message(swap, p, text))],
        };
    }

    static TurnAct TakeOver(DutyFacts facts, string person) =>
        new()
        {
            Duty = facts.Duty.Id,
            Kind = TurnActKind.TookOver,
            Person = person,
            At = facts.Now,
        };

    static string[] Told(Swap swap) =>
        swap.State switch
        {
            SwapState.Offered or SwapState.Withdrawn => [swap.With],
            SwapState.Declined => [swap.From],
            _ => [swap.From, swap.With],
        };

    static NewMessage Message(Swap swap, string person, string text) =>
        new(OutboxKind.Notice, $"swap({swap.Id}, {swap.State}, {person})", person, text, "/rota");

    static string Text(DutyFacts facts, Swap swap)
    {
        var (from, with) = (facts.NameOf(swap.From), facts.NameOf(swap.With));
        var what = $"{swap.Date:dddd d MMMM}" + (swap.WithDate is { } back ? $" for {back:dddd d MMMM}" : "");
        return swap.State switch
        {
            SwapState.Offered => $"{from} asks {with} to take {what}.",
            SwapState.Accepted => $"{with} takes {what} from {from}.",
            SwapState.Declined => $"{with} cannot take {what}.",
            _ => $"{from} took back the question about {what}.",
        };
    }
}
