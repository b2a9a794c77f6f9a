using System.Globalization;

namespace DutyGuy.Domain;

/// <summary>Says in words what the history tells of a person for an error, the strongest first.</summary>
internal sealed class OwnerReasons(SourceIndex index, OwnerQuestion question, IReadOnlyList<WrittenLine> lines)
{
    private const int Shown = 3;
    private readonly List<OwnerFrame> _frames = [.. question.Own()];

    public IReadOnlyList<string> Of(int person, float[] row)
    {
        var reasons = new List<string>();
        if (LineOf(person) is { } line)
            reasons.Add(line);
        if (_frames.Count > 0)
            Files(row, reasons);
        if (row[(int)Sign.SeasonShare] > 0)
            reasons.Add($"made {Percent(row, Sign.SeasonShare)} of all changes of the last 90 days");
        if (reasons.Count == 0)
            reasons.Add(
                row[(int)Sign.LastAge] < Fading.Never
                    ? $"is one of the few who worked here of late, last {Ago(row, Sign.LastAge)}"
                    : "read or wrote these files long ago"
            );
        return [.. reasons.Take(Shown)];
    }

    private string? LineOf(int person)
    {
        foreach (var frame in _frames)
        foreach (var line in lines)
            if (
                line.Path == frame.Path
                && line.Line == frame.Line
                && line.Commit < question.Known
                && index.AuthorOf(line.Commit) == person
            )
                return $"changed line {line.Line} of {Name(line.Path)} {Ago(question.DaysSince(index.Landed[line.Commit]))} "
                    + $"({index.Ids[line.Commit].ToString()[..10]}: {index.TitleOf(line.Commit)})";
        return null;
    }

    private void Files(float[] row, List<string> reasons)
    {
        var top = _frames[0].Path!;
        if (row[(int)Sign.TopEverShare] > 0)
            reasons.Add(
                $"made {Percent(row, Sign.TopEverShare)} of the changes of {Name(top)}, last {Ago(row, Sign.TopLastAge)}"
            );
        else if (row[(int)Sign.FramesTouched] > 0)
            reasons.Add($"changed a file that called it, last {Ago(row, Sign.FramesLastAge)}");
        if (row[(int)Sign.TogetherShare] > 0.05f)
            reasons.Add(
                $"made {Percent(row, Sign.TogetherShare)} of the recent changes of files that change together with it"
            );
        if (row[(int)Sign.FolderShare] > 0)
            reasons.Add(
                $"made {Percent(row, Sign.FolderShare)} of the recent changes in {Folder(top)}, last "
                    + Ago(row, Sign.FolderLastAge)
            );
        else if (row[(int)Sign.KinShare] > 0.02f)
            reasons.Add($"works on files of like names ({Percent(row, Sign.KinShare)} of the recent changes of those)");
    }

    private static string Name(string path) => path[(path.LastIndexOf('/') + 1)..];

    private static string Folder(string path) =>
        SourceKind.Folder(path) is { Length: > 0 } folder ? folder : "its folder";

    private static string Percent(float[] row, Sign sign) =>
        row[(int)sign] < 0.01f
            ? "less than 1 %"
            : string.Create(CultureInfo.InvariantCulture, $"{100 * row[(int)sign]:0} %");

    private static string Ago(float[] row, Sign sign) => Ago(Fading.Days(row[(int)sign]));

    private static string Ago(float days) =>
        (int)MathF.Round(days) switch
        {
            0 => "within a day",
            1 => "1 day ago",
            < 60 and var some => string.Create(CultureInfo.InvariantCulture, $"{some} days ago"),
            < 700 and var some => string.Create(CultureInfo.InvariantCulture, $"{some / 30} months ago"),
            var some => string.Create(CultureInfo.InvariantCulture, $"{some / 365} years ago"),
        };
}
