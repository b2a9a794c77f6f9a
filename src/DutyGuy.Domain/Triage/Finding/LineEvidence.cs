namespace DutyGuy.Domain;

/// <summary>Who last wrote a line: the place of the commit in the index.</summary>
public readonly record struct WrittenLine(string Path, int Line, int Commit);

/// <summary>Who wrote the lines of the frames and those around them.</summary>
internal sealed class LineEvidence(SourceIndex index, OwnerQuestion question, EvidenceTable table)
{
    /// <summary>How many lines above and below a frame's line count as around it.</summary>
    public const int Around = 10;

    private const float LineHalfLife = 30;

    public void Gather(List<OwnerFrame> frames, IReadOnlyList<WrittenLine> lines)
    {
        var writers = new Dictionary<(string Path, int Line), int>();
        foreach (var line in lines)
            if (line.Commit < question.Known && !index.People.IsBot(index.AuthorOf(line.Commit)))
                writers[(line.Path, line.Line)] = line.Commit;
        var newest = -1;
        for (var place = 0; place < frames.Count; place++)
            if (writers.TryGetValue((frames[place].Path!, frames[place].Line), out var commit))
            {
                Frame(place, commit);
                if (newest < 0 || index.Landed[commit] > index.Landed[newest])
                    newest = commit;
            }
        if (newest >= 0)
            table.Of(index.AuthorOf(newest))[(int)Sign.NewestLine] = 1;
        foreach (var ((path, line), commit) in writers)
            NearFrames(frames, path, line, index.AuthorOf(commit));
        table.Share(Sign.Near, Sign.Near);
        table.Share(Sign.NearAll, Sign.NearAll);
    }

    private void Frame(int place, int commit)
    {
        var person = index.AuthorOf(commit);
        var days = question.DaysSince(index.Landed[commit]);
        var fresh = MathF.Pow(0.5f, days / LineHalfLife);
        table.Most(person, Sign.FreshestLine, fresh);
        if (place > 0)
        {
            table.Add(person, Sign.FrameLines, 1f / (1 + place));
            return;
        }
        table.Most(person, Sign.Line, 1);
        table.Most(person, Sign.LineFresh, fresh);
        table.Case(Sign.CaseLineAge, Fading.Age(days));
    }

    private void NearFrames(List<OwnerFrame> frames, string path, int line, int person)
    {
        table.Add(person, Sign.NearAll, 1);
        if (path == frames[0].Path && Math.Abs(line - frames[0].Line) <= Around)
            table.Add(person, Sign.Near, 1);
    }
}
