using NodaTime;

namespace DutyGuy.Domain;

/// <summary>What the product does although no playbook says it. Each stands here once; the grammar is not extended by it.</summary>
public static class HouseRules
{
    /// <summary>Who will be on duty is told five working days before, when the hours begin.</summary>
    public const int WorkingDaysAhead = 5;

    /// <summary>They are told once more at 16:00 of the working day before.</summary>
    public static readonly LocalTime DayBeforeAt = new(16, 0);

    /// <summary>Half an hour after the hours began (09:30) who has not started is reminded.</summary>
    public static readonly Duration RemindAfter = Duration.FromMinutes(30);

    /// <summary>Three quarters of an hour after (09:45) the stand-by is asked, and the process owner told.</summary>
    public static readonly Duration StandByAfter = Duration.FromMinutes(45);

    /// <summary>New lines of the board are collected for ten minutes; red main and the time of the rollout are told at once.</summary>
    public static readonly Duration CollectFor = Duration.FromMinutes(10);

    /// <summary>Two working hours of the asked person after which silence counts as "not me".</summary>
    public static readonly Duration AnswerWithin = Duration.FromHours(2);

    /// <summary>Who took an error is expected to be done in two of their working days.</summary>
    public const int WorkingDaysToMend = 2;

    /// <summary>An error that grew tenfold since it was taken is asked about again.</summary>
    public const int Tenfold = 10;

    /// <summary>What somebody did to an error is taken back by one press for ten minutes.</summary>
    public static readonly Duration UndoWithin = Duration.FromMinutes(10);

    /// <summary>The rollout is watched for a quarter of an hour when the playbook says nothing.</summary>
    public static readonly Duration UsualWatch = Duration.FromMinutes(15);

    /// <summary>A deployment takes about five minutes: for the time that the button names, until the real one is known.</summary>
    public static readonly Duration UsualDeploy = Duration.FromMinutes(5);

    /// <summary>"Later today" comes back at five in the afternoon, or an hour before the end where that lies outside the hours.</summary>
    public static Instant LaterToday(DutyHours hours, LocalDate day) => Within(hours, day, new(17, 0), 60);

    /// <summary>The entry is signed at a quarter to six, or a quarter of an hour before the end where that lies outside the hours.</summary>
    public static Instant Signing(DutyHours hours, LocalDate day) => Within(hours, day, new(17, 45), 15);

    static Instant Within(DutyHours hours, LocalDate day, LocalTime time, int minutesBefore)
    {
        var (at, end) = (hours.At(day, time), hours.EndOf(day));
        return hours.StartOf(day) < at && at < end ? at : end - Duration.FromMinutes(minutesBefore);
    }
}
