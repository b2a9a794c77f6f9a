using NodaTime;

namespace DutyGuy.Features.Accounts;

/// <summary>Counts failed sign-ins for each name and each address of the network, on this node, in the last ten minutes.</summary>
sealed class SignInLimit(IClock clock)
{
    public const int PerName = 10;
    public const int PerAddress = 60;
    const int MostKeys = 20_000;
    static readonly Duration Window = Duration.FromMinutes(10);
    readonly Lock guard = new();
    readonly Dictionary<string, Queue<Instant>> tries = new(StringComparer.Ordinal);

    /// <summary>Takes one try; or says how long to wait.</summary>
    public Duration? Take(string name, string address)
    {
        var now = clock.GetCurrentInstant();
        lock (guard)
        {
            if (tries.Count > MostKeys)
                ForgetOld(now);
            if (Wait(Name(name), PerName, now) is { } byName)
                return byName;
            if (Wait(address, PerAddress, now) is { } byAddress)
                return byAddress;
            Of(Name(name)).Enqueue(now);
            Of(address).Enqueue(now);
            return null;
        }
    }

    /// <summary>The right password: the name starts anew, and the try does not count for the address.</summary>
    public void Forgive(string name, string address)
    {
        lock (guard)
        {
            tries.Remove(Name(name));
            if (tries.TryGetValue(address, out var these))
                these.TryDequeue(out _);
        }
    }

    Duration? Wait(string key, int most, Instant now)
    {
        var these = Of(key);
        while (these.TryPeek(out var first) && first <= now - Window)
            these.Dequeue();
        return these.Count < most ? null : these.Peek() + Window - now;
    }

    Queue<Instant> Of(string key) => tries.TryGetValue(key, out var these) ? these : tries[key] = new();

    void ForgetOld(Instant now)
    {
        foreach (var (key, these) in tries.ToList())
            if (these.All(t => t <= now - Window))
                tries.Remove(key);
    }

    static string Name(string name)
    {
        var plain = name.Trim().ToLowerInvariant();
        return "name " + (plain.Length > 100 ? plain[..100] : plain);
    }
}
