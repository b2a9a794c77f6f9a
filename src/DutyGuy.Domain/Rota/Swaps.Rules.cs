using NodaTime;

namespace DutyGuy.Domain;

public static partial class Swaps
{
    private static Refusal? Refused(RotaFacts facts, Swap swap, Instant now)
    {
        if (swap.From == swap.With)
            return Refusal.Invalid("A swap needs another person.", "with");
        if (swap.WithDate is { } same && HasStarted(facts, same, now))
            return Refusal.Conflict($"The turn of {same:uuuu-MM-dd} has started. Choose a date to come in return.");
        return GivingAway(facts, swap.Date, swap.From, swap.With, now)
            ?? (swap.WithDate is { } back ? GivingAway(facts, back, swap.With, swap.From, now) : null);
    }

    private static Refusal? GivingAway(RotaFacts facts, LocalDate date, string giver, string taker, Instant now) =>
        facts.Hours.EndOf(date) <= now
            ? Refusal.Conflict($"The turn of {date:uuuu-MM-dd} has passed. Choose a date to come.")
        : PersonOf(facts, date) != giver
            ? Refusal.NotAllowed($"{date:uuuu-MM-dd} is not {giver}'s turn. Look at the rota and choose another date.")
        : !Turns.CanHave(facts, taker, date)
            ? Refusal.Conflict($"{taker} is away on {date:uuuu-MM-dd}. Ask somebody else or choose another date.")
        : null;

    // A turn that runs passes on by a take-over; its date is a fact already.
    private static IReadOnlyList<TurnOverride> Overrides(RotaFacts facts, Swap swap, Instant now)
    {
        var overrides = new List<TurnOverride>();
        if (!HasStarted(facts, swap.Date, now))
            overrides.Add(new(swap.Date, swap.With, $"swap with {swap.From}", swap.With, swap.From));
        if (swap.WithDate is { } back)
            overrides.Add(new(back, swap.From, $"swap with {swap.With}", swap.With, swap.With));
        return overrides;
    }

    private static IReadOnlyList<string> Warnings(RotaFacts facts, Swap swap) =>
        [
            .. new[]
            {
                Beside(facts, swap, swap.Date, swap.With),
                Beside(facts, swap, swap.WithDate, swap.From),
            }.OfType<string>(),
        ];

    // The planner keeps two successive days apart where it can, so the turn beside the new one may move.
    private static string? Beside(RotaFacts facts, Swap swap, LocalDate? date, string person)
    {
        if (date is not { } day)
            return null;
        var neighbours = new[] { facts.Hours.PreviousWorkingDay(day), facts.Hours.NextWorkingDay(day) };
        return neighbours.Any(beside =>
            beside != swap.Date && beside != swap.WithDate && PersonOf(facts, beside) == person
        )
            ? $"{person} already has a turn beside {day:uuuu-MM-dd}: two successive days, unless that turn can move."
            : null;
    }

    private static bool HasStarted(RotaFacts facts, LocalDate date, Instant now) => facts.Hours.StartOf(date) <= now;

    private static string? PersonOf(RotaFacts facts, LocalDate date) =>
        Turns.Between(facts, date, date) is [{ Person: var person }] ? person : null;
}
