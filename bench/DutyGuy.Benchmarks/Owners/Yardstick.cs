using System.Diagnostics;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using DutyGuy.Adapters.Git;
using DutyGuy.Domain;

namespace DutyGuy.Benchmarks.Owners;

/// <summary>One repository of the ownership yardstick: its cases with the evidence that the program gathers for them.</summary>
sealed class Yardstick : IDisposable
{
    readonly Dictionary<string, int> _people = new(StringComparer.Ordinal);
    readonly SourceIndexFile _file;
    readonly PathWords _words;
    readonly OwnerLines? _lines;

    Yardstick(string cases, SourceIndexFile file)
    {
        (_file, _words, _lines) = (file, new PathWords(file.Index), OwnerLines.Open(file));
        using var people = JsonDocument.Parse(File.ReadAllText(cases[..^".jsonl".Length] + ".people.json"));
        var hashes = people
            .RootElement.EnumerateObject()
            .SelectMany(person => person.Value.EnumerateArray().Select(hash => (hash.GetString()!, person.Name)))
            .ToDictionary(pair => pair.Item1, pair => pair.Name, StringComparer.Ordinal);
        for (var signature = 0; signature < file.Index.People.Count; signature++)
            if (hashes.TryGetValue(Hash(file.Index.People[signature].Mail), out var name))
                _people[name] = file.Index.People.PersonOf(signature);
    }

    /// <summary>Reads the cases of a file; indexes their repository first.</summary>
    public static async Task<List<LearningCase>> Read(string cases, string mirror, string indexes)
    {
        var slug = Path.GetFileName(cases).Split('.')[0];
        Directory.CreateDirectory(indexes);
        var index = Path.Combine(indexes, slug);
        using var yardstick = new Yardstick(
            cases,
            await SourceIndexFile.UpdateAsync(Path.Combine(mirror, slug, "repo"), index)
        );
        return [.. File.ReadLines(cases).Where(line => line.Length > 0).Select(line => yardstick.Case(slug, line))];
    }

    LearningCase Case(string slug, string line)
    {
        using var json = JsonDocument.Parse(line);
        var root = json.RootElement;
        var time = root.GetProperty("time").GetInt64();
        var known = _file.Index.KnownAt(CommitId.Parse(root.GetProperty("parent").GetString()) ?? default);
        var question = new OwnerQuestion(
            [.. root.GetProperty("frames").EnumerateArray().Select(Frame)],
            time,
            known ?? _file.Index.KnownBefore(time)
        );
        var lines = _lines?.Of(question, TimeSpan.FromSeconds(10)) ?? [];
        var start = Stopwatch.GetTimestamp();
        var table = Evidence.Gather(_file.Index, _words, question, lines);
        var truth = root.GetProperty("truth");
        return new LearningCase(
            root.GetProperty("id").GetString()!,
            slug,
            [.. table.Rows],
            [.. table.People],
            PlaceOf(truth.GetProperty("fixer"), table),
            PlaceOf(truth.GetProperty("introducer"), table),
            Stopwatch.GetElapsedTime(start).TotalMilliseconds
        );
    }

    static OwnerFrame Frame(JsonElement frame) =>
        new(
            frame.GetProperty("path").GetString(),
            frame.GetProperty("line").GetInt32(),
            frame.GetProperty("function").GetString() ?? ""
        );

    int PlaceOf(JsonElement name, EvidenceTable table) =>
        name.GetString() is { } known && _people.TryGetValue(known, out var person)
            ? table.People.ToList().IndexOf(_file.Index.People.PersonOf(person))
            : -1;

    static string Hash(string mail) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(mail.Trim().ToLowerInvariant())))[..12];

    public void Dispose() => _lines?.Dispose();
}
