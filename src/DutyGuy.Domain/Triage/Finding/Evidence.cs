namespace DutyGuy.Domain;

/// <summary>Gathers all that the history tells of an error's people.</summary>
public static class Evidence
{
    /// <summary>The table of an error; nothing newer than the question allows is in it.</summary>
    /// <param name="lines">Who wrote the frames' lines; none when nobody looked yet.</param>
    public static EvidenceTable Gather(
        SourceIndex index,
        PathWords words,
        OwnerQuestion question,
        IReadOnlyList<WrittenLine> lines
    )
    {
        var (table, frames) = (new EvidenceTable(), question.Own().ToList());
        var files = new FileEvidence(index, question, table);
        files.Gather(frames);
        var near = new CaseNearness(index, words, question, frames, files.Together);
        new AroundEvidence(index, question, table, near).Gather();
        if (frames.Count > 0)
            new LineEvidence(index, question, table).Gather(frames, lines);
        table.Case(Sign.CaseFrames, frames.Count);
        table.Close();
        return table;
    }
}
