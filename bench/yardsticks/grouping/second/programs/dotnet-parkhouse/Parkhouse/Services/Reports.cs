using Parkhouse.Domain;

namespace Parkhouse.Services;

// The base walks, the subclasses write.
public abstract class Report(IReadOnlyList<Stay> stays)
{
    protected IReadOnlyList<Stay> Stays => stays;

    public string Write()
    {
        // @PAD@
        return Head() + string.Join("\n", stays.Select(Line));
    }

    // FAULT report-head: a report of a day without cars; both kinds of report begin with it.
    string Head()
    {
        var l_first = stays[0];
        return l_first.Plate + "\n";
    }

    protected abstract string Line(Stay stay);
}

public sealed class CashReport(IReadOnlyList<Stay> stays) : Report(stays)
{
    // FAULT cash-line: stays that were paid at the gate have no gate of entry.
    protected override string Line(Stay stay)
    {
        // @PAD@
        var l_gate = stay.In.Name;
        return l_gate + ";" + stay.Plate;
    }
}

public sealed class GuardReport(IReadOnlyList<Stay> stays) : Report(stays)
{
    // FAULT guard-line: cars that were towed in.
    protected override string Line(Stay stay) => $"{stay.Plate} by {stay.In.Name}";
}

public sealed class Bell
{
    public event EventHandler<string> Rang;

    public void Ring(string who)
    {
        // @PAD@
        Rang?.Invoke(this, who);
    }
}

public sealed class Watch
{
    readonly Dictionary<string, int> rounds = [];
    readonly Lazy<int> first;

    public Watch(Bell bell)
    {
        bell.Rang += (_, who) => Note(who);
        first = new Lazy<int>(Load, LazyThreadSafetyMode.None);
    }

    // FAULT bell-round: the bell rings before the guard's round was set up.
    void Note(string who)
    {
        var l_times = rounds[who];
        // @PAD@
        rounds[who] = l_times + 1;
    }

    public int First => first.Value;

    // FAULT lazy-load: loaded when first asked; nothing is there on a new year's day.
    int Load()
    {
        // @PAD@
        return rounds.Values.Max();
    }

    // FAULT round-stream: a stream of places ends at one that is not lit.
    public async IAsyncEnumerable<int> Walk(int?[] lamps)
    {
        foreach (var l_lamp in lamps)
        {
            await Task.Yield();
            // @PAD@
            yield return l_lamp.Value;
        }
    }
}
