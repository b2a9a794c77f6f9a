using Acme.Kit;

namespace Parkhouse.Domain;

public sealed record Gate(string Name, DateTime Opened);

public class Stay
{
    public string Plate { get; init; }
    public Gate In { get; init; }
    public Gate Out { get; init; }

    // FAULT stay-hours: a car that is still inside has no way out. Asked by fees, lists and subclasses.
    // @PAD@
    public double Hours => (Out.Opened - In.Opened).TotalHours;

    public virtual decimal Fee(decimal rate)
    {
        var l_hours = Math.Ceiling(Hours);
        return (decimal)l_hours * rate;
    }
}

public sealed class NightStay : Stay
{
    public override decimal Fee(decimal rate)
    {
        // @PAD@
        var l_full = base.Fee(rate);
        return l_full / 2;
    }
}

public sealed class Floor(string name, Dictionary<string, Floor> below)
{
    public string Name => name;

    // FAULT floor-path: the plan of the house misses the ramp of a floor. May lie at any depth.
    public int Depth(Queue<string> way)
    {
        if (way.Count == 0)
            return 0;
        // @PAD@
        var l_next = below[way.Dequeue()];
        return 1 + l_next.Depth(way);
    }
}

public static class Refunds
{
    // FAULT refund-negative: a refund is given as a negative sum.
    public static Money Back(decimal paid, decimal due)
    {
        // @PAD@
        var l_back = due - paid;
        return Money.Of(l_back);
    }

    // FAULT discount-negative: two vouchers are taken off one after the other.
    public static Money Reduced(decimal fee, params decimal[] vouchers)
    {
        var l_left = vouchers.Aggregate(fee, (sum, v) => sum - v);
        // @PAD@
        return Money.Of(l_left);
    }
}

public static class Plans
{
    // FAULT plan-day and plan-night: two lambdas of one method, each with its own fault.
    public static List<int> Shares(int cars, int guards, bool night)
    {
        Func<int, int> l_byDay = n =>
        {
            // @PAD@
            return n / (cars - 8);
        };
        Func<int, int> l_byNight = n =>
        {
            return n / (guards - 3);
        };
        return Enumerable.Range(1, 3).Select(night ? l_byNight : l_byDay).ToList();
    }

    // FAULT row-left and row-right: two local functions of one method, each with its own fault.
    public static string Row(string[] places, bool left)
    {
        // @PAD@
        return left ? Left() : Right();
        string Left()
        {
            var l_first = places[1];
            return l_first.ToUpperInvariant();
        }
        string Right()
        {
            // @PAD@
            var l_last = places[places.Length];
            return l_last.ToLowerInvariant();
        }
    }

    // FAULT sort-weight: cars from abroad have no weight.
    public static List<Car> ByWeight(List<Car> cars)
    {
        var l_sorted = new List<Car>(cars);
        // @PAD@
        l_sorted.Sort((a, b) => a.Papers.Weight.CompareTo(b.Papers.Weight));
        return l_sorted;
    }
}

public sealed record Papers(int Weight);

public sealed record Ticket(string Plate, int Number);

public sealed record Visitor(string Name, string Plate);

public sealed record Car(string Plate, Papers Papers);

public static class Tickets
{
    // FAULT ticket-text (FormatException) and ticket-parts (IndexOutOfRangeException): one function, two faults.
    public static int Number(string code)
    {
        var l_parts = code.Split('-');
        // @PAD@
        return int.Parse(l_parts[1]) + 1;
    }

    // FAULT ticket-plate: tickets of bicycles have no plate.
    public static string Print(Ticket ticket)
    {
        // @PAD@
        var l_clean = Plates.Normalise(ticket.Plate);
        return $"{l_clean} #{ticket.Number}";
    }
}

public static class Visitors
{
    // FAULT visitor-plate: visitors who come on foot are asked for a plate.
    public static string Announce(Visitor visitor)
    {
        var l_line = visitor.Name + " " + Plates.Normalise(visitor.Plate);
        return l_line;
    }
}

public static class Plates
{
    // Hands on to the guard; not at fault.
    public static string Normalise(string raw)
    {
        // @PAD@
        var l_text = Demand.Text(raw);
        return l_text.Replace(" ", "").ToUpperInvariant();
    }
}

public static class Settings
{
    // FAULT tariff-init: the table of tariffs holds a day twice; it is read when it is first met.
    static class Table
    {
        public static readonly Dictionary<string, decimal> Days = new[] { ("mon", 1m), ("tue", 2m), ("mon", 3m) }.ToDictionary(d => d.Item1, d => d.Item2);
    }

    public static decimal Of(string day) => Table.Days[day];
}
