using System.Collections.Concurrent;

[assembly: AssemblyFixture(typeof(DutyGuy.EndToEnd.Gallery.States))]

namespace DutyGuy.EndToEnd.Gallery;

/// <summary>The states in which pages are looked at, by name: one server each for all tests that only look.</summary>
public sealed class States : IAsyncLifetime
{
    readonly ConcurrentDictionary<string, Lazy<Task<Exhibit>>> running = new(StringComparer.Ordinal);

    public Task<Exhibit> Of(string name) => running.GetOrAdd(name, _ => new(() => Start(name))).Value;

    public ValueTask InitializeAsync() => default;

    public async ValueTask DisposeAsync()
    {
        foreach (var exhibit in running.Values)
            await (await exhibit.Value).DisposeAsync();
    }

    static Task<Exhibit> Start(string name) =>
        name switch
        {
            "empty" => Exhibit.Empty(),
            "red" => Exhibit.Red(),
            "busy" => Exhibit.Busy(),
            "words" => Exhibit.LongWords(),
            "quiet" => Exhibit.Quiet(),
            "four" => Exhibit.Quiet(ClinicDay.At(16, 2, 31)),
            "watch" => Exhibit.Watch(),
            "ready" => Exhibit.Ready(),
            "slow" => Exhibit.Slow(),
            _ => throw new ArgumentException(name, nameof(name)),
        };
}
