using DutyGuy.Domain;

namespace DutyGuy.Features.Intake;

/// <summary>The decoded maps that were used last, as many as the memory allows; the newest is always kept.</summary>
sealed class RecentMaps(long mostBytes)
{
    readonly Lock guard = new();
    readonly Dictionary<string, (SourceMap Map, long Used)> maps = new(StringComparer.Ordinal);
    long uses;

    public SourceMap? Find(string hash)
    {
        lock (guard)
        {
            if (!maps.TryGetValue(hash, out var found))
                return null;
            maps[hash] = (found.Map, ++uses);
            return found.Map;
        }
    }

    public SourceMap Add(string hash, SourceMap map)
    {
        lock (guard)
        {
            maps[hash] = (map, ++uses);
            while (maps.Count > 1 && maps.Values.Sum(m => m.Map.Bytes) > mostBytes)
                maps.Remove(maps.MinBy(m => m.Value.Used).Key);
            return map;
        }
    }
}
