using System.Text.Json;
using System.Text.Json.Serialization;
using DutyGuy.Domain;

namespace DutyGuy.Commands.Performance;

/// <summary>One measured rollout: meta.json and minutes.csv.</summary>
sealed class RolloutFolder(DirectoryInfo folder)
{
    const int BufferBytes = 1 << 20;
    const int LongestMinutes = 720;

    public string Name => folder.Name;

    string Minutes => Path.Combine(folder.FullName, "minutes.csv");

    public long Bytes => new FileInfo(Minutes) is { Exists: true } file ? file.Length : 0;

    public static IEnumerable<RolloutFolder> In(DirectoryInfo folder) =>
        folder
            .EnumerateDirectories()
            .Where(d => File.Exists(Path.Combine(d.FullName, "meta.json")))
            .Select(d => new RolloutFolder(d))
            .OrderByDescending(r => r.Bytes)
            .ThenBy(r => r.Name, StringComparer.Ordinal);

    /// <summary>All requests; with `watchMinutes` those of so many minutes, for looking minute by minute.</summary>
    public RolloutTimings Read(int? watchMinutes = null)
    {
        var meta =
            JsonSerializer.Deserialize(
                File.ReadAllText(Path.Combine(folder.FullName, "meta.json")),
                RolloutMetaJson.Default.RolloutMeta
            ) ?? throw new FormatException("meta.json is empty");
        var before = (int)((meta.RolloutStart - meta.FirstMinute) / 60);
        var after = (int)((meta.LastMinute - meta.RolloutStart) / 60) + 1;
        if (before is < 1 or > LongestMinutes || after is < 1 or > LongestMinutes)
            throw new FormatException(
                $"meta.json: {before} minutes before and {after} after; 1 to {LongestMinutes} can be compared"
            );
        var frame = new RolloutFrame(before, Math.Min(after, watchMinutes ?? after));
        var timings = new RolloutTimings(frame, watching: watchMinutes is not null);
        ReadLines(new MinuteLines(frame, meta.RolloutStart, meta.ReleaseAfter, timings.Add));
        return timings;
    }

    void ReadLines(MinuteLines lines)
    {
        using var file = new FileStream(
            Minutes,
            FileMode.Open,
            FileAccess.Read,
            FileShare.Read,
            0,
            FileOptions.SequentialScan
        );
        var buffer = new byte[BufferBytes];
        var held = 0;
        while (true)
        {
            var read = file.Read(buffer, held, buffer.Length - held);
            var rest = WholeLines(lines, buffer.AsSpan(0, held + read));
            if (read == 0)
            {
                lines.Read(rest);
                lines.End();
                return;
            }
            rest.CopyTo(buffer);
            held = rest.Length;
            if (held == buffer.Length)
                Array.Resize(ref buffer, 2 * held);
        }
    }

    static Span<byte> WholeLines(MinuteLines lines, Span<byte> bytes)
    {
        while (bytes.IndexOf((byte)'\n') is >= 0 and var end)
        {
            lines.Read(bytes[..end]);
            bytes = bytes[(end + 1)..];
        }
        return bytes;
    }
}

/// <summary>What of meta.json is needed; times in Unix seconds.</summary>
sealed record RolloutMeta(long RolloutStart, string ReleaseAfter, long FirstMinute, long LastMinute);

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    RespectRequiredConstructorParameters = true
)]
[JsonSerializable(typeof(RolloutMeta))]
sealed partial class RolloutMetaJson : JsonSerializerContext;
