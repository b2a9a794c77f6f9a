namespace DutyGuy.Domain;

/// <summary>
/// One walk over the commits of the last year: who is at work at all, when, and how near to the error. "Near" is the same
/// folder, the same area, paths of like words, files that change together with the frames' files.
/// </summary>
internal sealed class AroundEvidence(SourceIndex index, OwnerQuestion question, EvidenceTable table, CaseNearness near)
{
    private const long Year = 365 * 86400;
    private readonly Dictionary<int, Presence> _presences = [];

    /// <summary>When somebody landed changes in the year.</summary>
    private sealed class Presence
    {
        public int Count;
        public int ThisHour;
        public int ThisWeekday;
        public int Mends;
        public int LastUnit = -1;
        public float FirstAge;
    }

    public void Gather()
    {
        for (var commit = question.Known - 1; commit >= 0; commit--)
        {
            if (question.At - index.Landed[commit] > Year && table.Rows.Count > 0)
                break;
            var author = index.AuthorOf(commit);
            if (index.People.IsBot(author))
                continue;
            var days = question.DaysSince(index.Landed[commit]);
            if ((index.Marks[commit] & SourceIndex.Merge) != 0)
                table.Add(author, Sign.LandedShare, Fading.Season.After(days));
            else
                Commit(commit, author, days);
        }
        People();
        Shares();
    }

    private void Commit(int commit, int author, float days)
    {
        var row = table.Of(author);
        var mends = (index.Marks[commit] & SourceIndex.Mends) != 0;
        Busy(row, days, mends);
        Present(author, commit, mends, days);
        var (first, next) = index.ChangesOf(commit);
        if (next - first > FileTouches.Bulk)
            return;
        for (var change = first; change < next; change++)
            Near(row, near.Of(index.ChangePaths[change]), days, mends, 1f / MathF.Sqrt(next - first));
    }

    private static void Busy(float[] row, float days, bool mends)
    {
        row[(int)Sign.LastAge] = Math.Min(row[(int)Sign.LastAge], Fading.Age(days));
        row[(int)Sign.YearShare] += 1;
        if (mends)
            row[(int)Sign.MendsShare] += Fading.HalfYear.After(days);
        if (days > 90)
            return;
        row[(int)Sign.SeasonShare] += 1;
        if (days > 30)
            return;
        row[(int)Sign.Month] += 1;
        row[(int)Sign.Week] += days <= 7 ? 1 : 0;
        row[(int)Sign.Today] += days <= 1.5f ? 1 : 0;
        row[(int)Sign.MendsMonth] += mends ? 1 : 0;
    }

    private void Present(int author, int commit, bool mends, float days)
    {
        if (!_presences.TryGetValue(author, out var presence))
            _presences.Add(author, presence = new Presence());
        presence.FirstAge = days;
        presence.Mends += mends ? 1 : 0;
        if (presence.LastUnit == index.Units[commit])
            return;
        presence.LastUnit = index.Units[commit];
        presence.Count++;
        var apart = Math.Abs(Hour(index.Landed[commit]) - Hour(question.At));
        presence.ThisHour += Math.Min(apart, 24 - apart) <= 2 ? 1 : 0;
        presence.ThisWeekday += Weekend(index.Landed[commit]) == Weekend(question.At) ? 1 : 0;
    }

    private static void Near(float[] row, Nearness nearness, float days, bool mends, float weight)
    {
        if (nearness.SameFolder)
        {
            row[(int)Sign.FolderNow] += weight * Fading.Now.After(days);
            row[(int)Sign.FolderSeason] += weight * Fading.Season.After(days);
            row[(int)Sign.FolderLastAge] = Math.Min(row[(int)Sign.FolderLastAge], Fading.Age(days));
        }
        if (nearness.SameArea)
        {
            row[(int)Sign.AreaNow] += weight * Fading.Now.After(days);
            row[(int)Sign.AreaSeason] += weight * Fading.Season.After(days);
        }
        row[(int)Sign.KinNow] += weight * nearness.Kin * Fading.Now.After(days);
        row[(int)Sign.KinSeason] += weight * nearness.Kin * Fading.Season.After(days);
        row[(int)Sign.TogetherSeason] += nearness.Together * Fading.Season.After(days);
        row[(int)Sign.KindShare] += nearness.SameKind ? weight * Fading.Season.After(days) : 0;
        row[(int)Sign.AroundMended] += mends ? weight * nearness.Kin * Fading.HalfYear.After(days) : 0;
    }

    private void People()
    {
        var all = Math.Max(1, _presences.Values.Sum(presence => presence.Count));
        var hour = (_presences.Values.Sum(presence => presence.ThisHour) + 1f) / (all + 5);
        var weekday = (_presences.Values.Sum(presence => presence.ThisWeekday) + 1f) / (all + 2);
        foreach (var (person, presence) in _presences)
        {
            var row = table.Of(person);
            row[(int)Sign.HourLift] = Lift(presence.ThisHour, presence.Count, hour);
            row[(int)Sign.WeekdayLift] = Lift(presence.ThisWeekday, presence.Count, weekday);
            row[(int)Sign.SinceFirst] = Fading.Age(presence.FirstAge);
            row[(int)Sign.MendsRate] = (presence.Mends + 1f) / (row[(int)Sign.YearShare] + 5);
        }
        table.Case(Sign.CasePeople, MathF.Log(1 + table.Rows.Count(row => row[(int)Sign.SeasonShare] > 0)));
    }

    // How much more often than others they land changes at such an hour; 0 for who is hardly known.
    private static float Lift(int hits, int count, float usual) =>
        MathF.Log((hits + (5 * usual)) / (count + 5) / usual);

    private void Shares()
    {
        table.Share(Sign.Month, Sign.MonthShare);
        foreach (
            var sign in (Sign[])[Sign.SeasonShare, Sign.YearShare, Sign.MendsShare, Sign.LandedShare, Sign.KindShare]
        )
            table.Share(sign, sign);
        table.Share(Sign.FolderSeason, Sign.FolderShare);
        table.Share(Sign.AreaSeason, Sign.AreaShare);
        table.Share(Sign.KinSeason, Sign.KinShare);
        table.Share(Sign.TogetherSeason, Sign.TogetherShare);
        table.Rank(Sign.KinSeason, Sign.KinRank);
        table.Rank(Sign.LastAge, Sign.LastRank, leastFirst: true);
        foreach (var sign in (Sign[])[Sign.Today, Sign.Week, Sign.Month, Sign.MendsMonth, Sign.AreaNow, Sign.FolderNow])
            table.Soften(sign);
        table.Case(Sign.CaseLead, table.Rows.Count == 0 ? 0 : table.Rows.Max(row => row[(int)Sign.SeasonShare]));
    }

    private static int Hour(long moment) => (int)(moment / 3600 % 24);

    // 1970 began on a Thursday.
    private static bool Weekend(long moment) => ((moment / 86400) + 4) % 7 is 0 or 6;
}
