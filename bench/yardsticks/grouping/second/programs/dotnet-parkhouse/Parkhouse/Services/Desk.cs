using Acme.Kit;
using Parkhouse.Data;
using Parkhouse.Domain;

namespace Parkhouse.Services;

public interface IDesk
{
    Task<decimal> Fee(Stay stay);
    string Find(string badge);
}

public sealed class Desk : IDesk
{
    readonly Dictionary<string, string> badges = [];
    readonly Dictionary<string, Level> levels = new() { ["1"] = new("one") };

    sealed record Level(string Name);

    public async Task<decimal> Fee(Stay stay)
    {
        await Task.Yield();
        return stay.Fee(2.5m);
    }

    // FAULT badge-missing: badges that were blocked stay in the app.
    public string Find(string badge)
    {
        // @PAD@
        if (!badges.TryGetValue(badge, out var l_owner))
            throw Problems.NotFound();
        return l_owner;
    }

    // FAULT level-known: the top level is not in the table.
    public string NameOf(string level)
    {
        levels.TryGetValue(level, out var l_known);
        // @PAD@
        return Demand.Known(l_known, "The place").Name;
    }

    // FAULT barrier-word: one place, its words in the driver's language.
    public void Open(string language)
    {
        var l_open = language.Length > 2;
        // @PAD@
        if (!l_open)
            throw Problems.Closed(language);
    }

    // FAULT quota-left: places kept for firms are not given back. The message holds what the user sent.
    public int Keep(string who, string place, string day)
    {
        var l_left = who.Length - who.Length;
        // @PAD@
        if (l_left == 0)
            throw new InvalidOperationException($"No place {place} left for {who} on {day}");
        return l_left;
    }

    // FAULT rates-json: rates are typed by hand.
    public decimal Rates(string text)
    {
        // @PAD@
        var l_rates = Texts.Read<Dictionary<string, decimal>>(text);
        return l_rates.Values.Sum();
    }
}

public sealed class TimedDesk(IDesk inner) : IDesk
{
    public Task<decimal> Fee(Stay stay) => Around.Timed("fee", () => inner.Fee(stay));

    public string Find(string badge)
    {
        // @PAD@
        return Around.Timed("find", () => inner.Find(badge));
    }
}

public sealed class Zones
{
    readonly Dictionary<string, string> names = new() { ["A"] = "red" };
    readonly Dictionary<string, Func<string>> maps = [];

    // FAULT zone-known: zones for buses are sold but not drawn.
    public int Colour(string zone)
    {
        // @PAD@
        var l_name = Demand.Known(names.GetValueOrDefault(zone), "The place");
        return l_name.Length;
    }

    // FAULT zone-missing: a zone was taken out of the map.
    public string Map(string zone)
    {
        var l_found = maps.TryGetValue(zone, out var l_map);
        if (!l_found)
            throw Problems.NotFound();
        return l_map();
    }

    // FAULT signs-json: signs of the old house are XML.
    public int Signs(string text)
    {
        var l_signs = Texts.Read<List<string>>(text);
        // @PAD@
        return l_signs.Count;
    }
}
