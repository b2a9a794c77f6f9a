using System.Text.Json;

namespace Acme.Kit;

// What goes wrong inside goes on as it is.
public static class Around
{
    public static async Task<T> Retry<T>(int times, Func<Task<T>> work)
    {
        for (var l_attempt = 1; ; l_attempt++)
        {
            try
            {
                // @PAD@
                return await work().ConfigureAwait(false);
            }
            catch (HttpRequestException) when (l_attempt < times)
            {
                await Task.Yield();
            }
        }
    }

    public static T Timed<T>(string name, Func<T> work)
    {
        var l_watch = System.Diagnostics.Stopwatch.StartNew();
        try
        {
            return work();
        }
        finally
        {
            // @PAD@
            Seen[name] = l_watch.Elapsed;
        }
    }

    public static readonly System.Collections.Concurrent.ConcurrentDictionary<string, TimeSpan> Seen = new();
}

public static class Texts
{
    // All JSON is read here.
    public static T Read<T>(string text)
    {
        // @PAD@
        var l_value = JsonSerializer.Deserialize<T>(text);
        return l_value;
    }
}

// FAULT cache-slot: the last few are kept; the place is counted from one. Whatever is kept.
public sealed class Recent<TKey, TValue> where TKey : notnull
{
    readonly (TKey Key, TValue Value)[] slots = new (TKey, TValue)[4];
    int next;

    public void Put(TKey key, TValue value) => slots[next++] = (key, value);

    public TValue Last(int back)
    {
        var l_place = next + back;
        // @PAD@
        while (slots[l_place].Key is null)
            l_place++;
        return slots[l_place].Value;
    }
}
