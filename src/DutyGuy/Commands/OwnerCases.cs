using System.Diagnostics;
using System.Text.Json;
using System.Text.Json.Serialization;
using DutyGuy.Adapters.Git;
using DutyGuy.Domain;

namespace DutyGuy.Commands;

/// <summary>Answers a file of errors, one a line: first from the index alone, then with the writers of the lines.</summary>
sealed class OwnerCases(SourceIndexFile file, bool atOnce) : IDisposable
{
    /// <summary>What is not found of the lines by then is left out.</summary>
    static readonly TimeSpan LongestLook = TimeSpan.FromSeconds(1);

    readonly PersonFinder _finder = new(file.Index);
    readonly OwnerLines? _lines = atOnce ? null : OwnerLines.Open(file);

    public void Answer(string input, string output)
    {
        using var answers = new StreamWriter(output) { NewLine = "\n" };
        foreach (var line in File.ReadLines(input).Where(line => line.Length > 0))
        {
            var asked =
                JsonSerializer.Deserialize(line, OwnerJson.Default.AskedOwner) ?? throw new FormatException(line);
            answers.WriteLine(JsonSerializer.Serialize(Answer(asked), OwnerJson.Default.AnsweredOwner));
        }
    }

    AnsweredOwner Answer(AskedOwner asked)
    {
        var question = asked.ToQuestion(file.Index);
        var watch = Stopwatch.StartNew();
        var ranking = _finder.Rank(question, []);
        var first = watch.Elapsed.TotalMilliseconds;
        var lines = _lines?.Of(question, LongestLook) ?? [];
        if (lines.Count > 0)
            ranking = _finder.Rank(question, lines);
        return new AnsweredOwner(
            asked.Id,
            [.. ranking.Candidates.Select(candidate => candidate.Address)],
            Math.Round(first, 3),
            Math.Round(watch.Elapsed.TotalMilliseconds, 3),
            [.. ranking.Candidates.Select(candidate => Math.Round(candidate.Probability, 4))],
            ranking.NobodyFits,
            ranking.Candidates.Count > 0 ? ranking.Candidates[0].Reasons : []
        );
    }

    public void Dispose() => _lines?.Dispose();
}

/// <summary>An error as a file gives it; what else the line holds is not read.</summary>
internal sealed record AskedOwner(string Id, string Parent, long Time, IReadOnlyList<AskedFrame> Frames)
{
    /// <summary>Nothing newer than the parent is known; for a stranger, nothing that landed at the time or later.</summary>
    public OwnerQuestion ToQuestion(SourceIndex index) =>
        new(
            [.. Frames.Select(frame => new OwnerFrame(frame.Path, frame.Line, frame.Function ?? ""))],
            Time,
            (CommitId.Parse(Parent) is { } id ? index.KnownAt(id) : null) ?? index.KnownBefore(Time)
        );
}

/// <summary>A frame as a file gives it.</summary>
internal sealed record AskedFrame(string? Path, int Line, string? Function);

/// <summary>An answer: addresses, best first; <c>ms</c> from the index alone, <c>refinedMs</c> with the lines.</summary>
internal sealed record AnsweredOwner(
    string Id,
    IReadOnlyList<string> Ranked,
    double Ms,
    double RefinedMs,
    IReadOnlyList<double> Probabilities,
    bool NobodyFits,
    IReadOnlyList<string> Why
);

[JsonSourceGenerationOptions(JsonSerializerDefaults.Web)]
[JsonSerializable(typeof(AskedOwner))]
[JsonSerializable(typeof(AnsweredOwner))]
internal sealed partial class OwnerJson : JsonSerializerContext;
