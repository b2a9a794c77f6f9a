namespace DutyGuy.Domain;

/// <summary>What the history tells of one person for one error; a column of the evidence, by whose name the model calls it.</summary>
public enum Sign
{
    // The file where it failed: changes that fade with 7, 30, 180 days or never, alone and as share of everybody's.
    /// <summary>Changes of the file, fading with 7 days.</summary>
    TopNow,

    /// <summary>The same, fading with 30 days.</summary>
    TopMonth,

    /// <summary>The same, fading with 180 days.</summary>
    TopHalfYear,

    /// <summary>The same, never fading, as a logarithm.</summary>
    TopEver,

    /// <summary>Part of everybody’s <see cref="TopMonth"/>.</summary>
    TopMonthShare,

    /// <summary>Part of everybody’s <see cref="TopHalfYear"/>.</summary>
    TopHalfYearShare,

    /// <summary>Part of everybody’s changes.</summary>
    TopEverShare,

    /// <summary>Age of the last change of the file.</summary>
    TopLastAge,

    /// <summary>1 for who changed it last, 1/2 for the next.</summary>
    TopLastRank,

    /// <summary>1 for who made the file.</summary>
    TopMade,

    /// <summary>Changes of the file that mend something.</summary>
    TopMended,

    /// <summary>Changes of the file that they reviewed or merged.</summary>
    TopHelped,

    // The files of its callers, the nearer the more.
    /// <summary>Changes of the frames’ files, fading with 30 days.</summary>
    FramesMonth,

    /// <summary>The same, fading with 180 days.</summary>
    FramesHalfYear,

    /// <summary>Part of everybody’s <see cref="FramesHalfYear"/>.</summary>
    FramesShare,

    /// <summary>1 for who changed one of them last.</summary>
    FramesLastRank,

    /// <summary>Part of the files that they ever changed.</summary>
    FramesTouched,

    /// <summary>Age of their last change there.</summary>
    FramesLastAge,

    /// <summary>Changes there that they reviewed or merged.</summary>
    FramesHelped,

    // What lies around: the folder, the area (three folders deep), files of like names, files that change together.
    /// <summary>Changes in the folder, fading with 7 days.</summary>
    FolderNow,

    /// <summary>The same, fading with 90 days.</summary>
    FolderSeason,

    /// <summary>Part of everybody’s <see cref="FolderSeason"/>.</summary>
    FolderShare,

    /// <summary>Age of their last change there.</summary>
    FolderLastAge,

    /// <summary>Changes in the area, fading with 7 days.</summary>
    AreaNow,

    /// <summary>The same, fading with 90 days.</summary>
    AreaSeason,

    /// <summary>Part of everybody’s <see cref="AreaSeason"/>.</summary>
    AreaShare,

    /// <summary>Changes of files of like words, fading with 7 days.</summary>
    KinNow,

    /// <summary>The same, fading with 90 days.</summary>
    KinSeason,

    /// <summary>Part of everybody’s <see cref="KinSeason"/>.</summary>
    KinShare,

    /// <summary>1 for who has most of it.</summary>
    KinRank,

    /// <summary>Changes of files that change together with the frames’ files.</summary>
    TogetherSeason,

    /// <summary>Part of everybody’s <see cref="TogetherSeason"/>.</summary>
    TogetherShare,

    /// <summary>Part of everybody’s changes of files with the same ending.</summary>
    KindShare,

    /// <summary>Changes of files of like words that mend something.</summary>
    AroundMended,

    // How busy they are at all.
    /// <summary>Commits of the last day and a half.</summary>
    Today,

    /// <summary>Commits of the last 7 days.</summary>
    Week,

    /// <summary>Commits of the last 30 days.</summary>
    Month,

    /// <summary>Part of everybody’s commits of 30 days.</summary>
    MonthShare,

    /// <summary>Part of everybody’s commits of 90 days.</summary>
    SeasonShare,

    /// <summary>Part of everybody’s commits of the year.</summary>
    YearShare,

    /// <summary>Age of their last commit.</summary>
    LastAge,

    /// <summary>1 for who committed last.</summary>
    LastRank,

    /// <summary>Age of their first commit of the year.</summary>
    SinceFirst,

    /// <summary>Part of everybody’s commits that mend something.</summary>
    MendsShare,

    /// <summary>How many of their commits mend something.</summary>
    MendsRate,

    /// <summary>Such commits of the last 30 days.</summary>
    MendsMonth,

    /// <summary>How much more often than others they land changes at that hour.</summary>
    HourLift,

    /// <summary>The same for working days and weekends.</summary>
    WeekdayLift,

    /// <summary>Part of everybody’s merges.</summary>
    LandedShare,

    // The lines themselves.
    /// <summary>1 for who wrote the line where it failed.</summary>
    Line,

    /// <summary>The same, fading with 30 days.</summary>
    LineFresh,

    /// <summary>Lines of the callers that they wrote, the nearer the more.</summary>
    FrameLines,

    /// <summary>Part of the lines around the line where it failed.</summary>
    Near,

    /// <summary>Part of the lines around all frames.</summary>
    NearAll,

    /// <summary>1 for who wrote the newest of the frames’ lines.</summary>
    NewestLine,

    /// <summary>How fresh the newest of their lines is.</summary>
    FreshestLine,

    // The case, the same for everybody.
    /// <summary>How many people are at work, as a logarithm.</summary>
    CasePeople,

    /// <summary>The greatest <see cref="SeasonShare"/>.</summary>
    CaseLead,

    /// <summary>How many changes the file has, as a logarithm.</summary>
    CaseFileChanges,

    /// <summary>Age of its last change.</summary>
    CaseFileAge,

    /// <summary>Age of the line where it failed.</summary>
    CaseLineAge,

    /// <summary>How many frames count.</summary>
    CaseFrames,
}
