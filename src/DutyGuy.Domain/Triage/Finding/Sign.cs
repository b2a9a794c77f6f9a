namespace DutyGuy.Domain;

/// <summary>What the history tells of one person for one error; a column of the evidence, by whose name the model calls it.</summary>
public enum Sign
{
    // The file where it failed: changes that fade with 7, 30, 180 days or never, alone and as share of everybody's.
    TopNow,
    TopMonth,
    TopHalfYear,
    TopEver,
    TopMonthShare,
    TopHalfYearShare,
    TopEverShare,
    TopLastAge,
    TopLastRank,
    TopMade,
    TopMended,
    TopHelped,

    // The files of its callers, the nearer the more.
    FramesMonth,
    FramesHalfYear,
    FramesShare,
    FramesLastRank,
    FramesTouched,
    FramesLastAge,
    FramesHelped,

    // What lies around: the folder, the area (three folders deep), files of like names, files that change together.
    FolderNow,
    FolderSeason,
    FolderShare,
    FolderLastAge,
    AreaNow,
    AreaSeason,
    AreaShare,
    KinNow,
    KinSeason,
    KinShare,
    KinRank,
    TogetherSeason,
    TogetherShare,
    KindShare,
    AroundMended,

    // How busy they are at all.
    Today,
    Week,
    Month,
    MonthShare,
    SeasonShare,
    YearShare,
    LastAge,
    LastRank,
    SinceFirst,
    MendsShare,
    MendsRate,
    MendsMonth,
    HourLift,
    WeekdayLift,
    LandedShare,

    // The lines themselves.
    Line,
    LineFresh,
    FrameLines,
    Near,
    NearAll,
    NewestLine,
    FreshestLine,

    // The case, the same for everybody.
    CasePeople,
    CaseLead,
    CaseFileChanges,
    CaseFileAge,
    CaseLineAge,
    CaseFrames,
}
