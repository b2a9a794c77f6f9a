using NodaTime;

namespace DutyGuy.Domain;

public static partial class Swaps
{
    private static SwapRefusal? Refusal(RotaFacts facts, Swap swap, Instant now) =>
        swap.From == swap.With
            ? new SwapRefusal.WithOneself()
            : GivingAway(facts, swap.Date, swap.From, swap.With, now)
                ?? (swap.WithDate is { } back ? GivingAway(facts, back, swap.With, swap.From, now) : null);

    private static SwapRefusal? GivingAway(RotaFacts facts, LocalDate date, string giver, string taker, Instant now) =>
        facts.Hours.EndOf(date) <= now ? new SwapRefusal.DatePassed(date)
        : PersonOf(facts, date) != giver ? new SwapRefusal.NotTheirTurn(giver, date)
        : !new TurnQueue(facts).IsIn(taker, date) ? new SwapRefusal.Away(taker, date)
        : null;

    // A turn that runs passes on by a take-over; its date is a fact already.
    private static IReadOnlyList<TurnOverride> Overrides(RotaFacts facts, Swap swap, Instant now)
    {
        var overrides = new List<TurnOverride>();
        if (!HasStarted(facts, swap.Date, now))
            overrides.Add(new(swap.Date, swap.With, $"swap with {swap.From}", swap.With, swap.From));
        if (swap.WithDate is { } back && !HasStarted(facts, back, now))
            overrides.Add(new(back, swap.From, $"swap with {swap.With}", swap.With, swap.With));
        return overrides;
    }

    private static IReadOnlyList<string> Warnings(RotaFacts facts, Swap swap, Instant now)
    {
        var after = facts with { Overrides = [.. facts.Overrides, .. Overrides(facts, swap, now)] };
        return
        [
            .. new[]
            {
                Successive(after, swap.Date, swap.With),
                Successive(after, swap.WithDate, swap.From),
            }.OfType<string>(),
        ];
    }

    private static string? Successive(RotaFacts facts, LocalDate? date, string person)
    {
        if (date is not { } day)
            return null;
        var neighbours = new[] { facts.Hours.PreviousWorkingDay(day), facts.Hours.NextWorkingDay(day) };
        return neighbours.Any(neighbour => PersonOf(facts, neighbour) == person)
            ? $"{person} would be on duty on two successive working days round {day:uuuu-MM-dd}."
            : null;
    }

    private static bool HasStarted(RotaFacts facts, LocalDate date, Instant now) => facts.Hours.StartOf(date) <= now;

    private static string? PersonOf(RotaFacts facts, LocalDate date) =>
        RoundRobin.Plan(facts, date, date) is [{ Person: var person }] ? person : null;
}
