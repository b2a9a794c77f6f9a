namespace DutyGuy.Domain;

/// <summary>Who changed the files of the frames, when, and how much of all changes that is.</summary>
internal sealed class FileEvidence(SourceIndex index, OwnerQuestion question, EvidenceTable table)
{
    /// <summary>The neighbours of the frames' files: what changed with them, and how often.</summary>
    public Dictionary<int, float> Together { get; } = [];

    private const int TogetherFiles = 20;
    private const int TogetherCommits = 60;

    public void Gather(List<OwnerFrame> frames)
    {
        var files = frames.Select(frame => frame.Path!).Distinct(StringComparer.Ordinal).ToList();
        for (var place = 0; place < files.Count; place++)
        {
            var touches = FileTouches.Of(index, files[place], question).ToList();
            if (place == 0)
                Top(touches);
            Frame(touches, 1f / (1 + place), files.Count);
            Neighbours(touches, 1f / (1 + place));
        }
        table.Share(Sign.TopMonth, Sign.TopMonthShare);
        table.Share(Sign.TopHalfYear, Sign.TopHalfYearShare);
        table.Share(Sign.TopEver, Sign.TopEverShare);
        table.Share(Sign.FramesHalfYear, Sign.FramesShare);
        table.Rank(Sign.TopLastAge, Sign.TopLastRank, leastFirst: true);
        table.Rank(Sign.FramesLastAge, Sign.FramesLastRank, leastFirst: true);
        table.Soften(Sign.TopEver);
    }

    private void Top(List<Touch> touches)
    {
        foreach (var touch in touches)
        {
            foreach (var person in Writers(touch))
            {
                table.Add(person, Sign.TopNow, Fading.Now.After(touch.Days));
                table.Add(person, Sign.TopMonth, Fading.Month.After(touch.Days));
                table.Add(person, Sign.TopHalfYear, Fading.HalfYear.After(touch.Days));
                table.Add(person, Sign.TopEver, 1);
                table.Least(person, Sign.TopLastAge, Fading.Age(touch.Days));
                if ((index.Marks[touch.Commit] & SourceIndex.Mends) != 0)
                    table.Add(person, Sign.TopMended, Fading.HalfYear.After(touch.Days));
            }
            Helped(touch, Sign.TopHelped, 1);
        }
        if (touches.Count > 0)
            table.Of(touches[^1].Person)[(int)Sign.TopMade] = 1;
        table.Case(Sign.CaseFileChanges, MathF.Log(1 + touches.Count));
        table.Case(Sign.CaseFileAge, touches.Count > 0 ? Fading.Age(touches[0].Days) : Fading.Never);
    }

    private void Frame(List<Touch> touches, float weight, int files)
    {
        var seen = new HashSet<int>();
        foreach (var touch in touches)
        {
            foreach (var person in Writers(touch))
            {
                table.Add(person, Sign.FramesMonth, weight * Fading.Month.After(touch.Days));
                table.Add(person, Sign.FramesHalfYear, weight * Fading.HalfYear.After(touch.Days));
                table.Least(person, Sign.FramesLastAge, Fading.Age(touch.Days));
                if (seen.Add(person))
                    table.Add(person, Sign.FramesTouched, 1f / files);
            }
            Helped(touch, Sign.FramesHelped, weight);
        }
    }

    private IEnumerable<int> Writers(Touch touch)
    {
        yield return touch.Person;
        var (first, next) = index.HelpersOf(touch.Commit);
        for (var helper = first; helper < next; helper++)
            if (
                index.Helpers[helper] is { Part: Part.CoAuthor } part
                && index.People.PersonOf(part.Who) is var person
                && person != touch.Person
                && !index.People.IsBot(person)
            )
                yield return person;
    }

    // Who reviewed or merged a change has read the file, the more so the later it was.
    private void Helped(Touch touch, Sign sign, float weight)
    {
        var (first, next) = index.HelpersOf(touch.Commit);
        for (var helper = first; helper < next; helper++)
            if (
                index.Helpers[helper] is { Part: not Part.CoAuthor } part
                && index.People.PersonOf(part.Who) is var person
                && !index.People.IsBot(person)
            )
                table.Add(person, sign, weight * Fading.HalfYear.After(touch.Days));
        var merge = LandingOf(touch.Commit);
        if (merge != touch.Commit && index.AuthorOf(merge) is var lander && !index.People.IsBot(lander))
            table.Add(lander, sign, weight * Fading.HalfYear.After(touch.Days));
    }

    private int LandingOf(int commit)
    {
        while (commit + 1 < question.Known && (index.Marks[commit] & SourceIndex.Landing) == 0)
            commit++;
        return commit;
    }

    private void Neighbours(List<Touch> touches, float weight)
    {
        foreach (var touch in touches.Take(TogetherCommits))
        {
            var (first, next) = index.ChangesOf(touch.Commit);
            if (next - first > TogetherFiles)
                continue;
            for (var change = first; change < next; change++)
            {
                var path = index.ChangePaths[change];
                Together[path] = Together.GetValueOrDefault(path) + (weight / (next - first));
            }
        }
    }
}
