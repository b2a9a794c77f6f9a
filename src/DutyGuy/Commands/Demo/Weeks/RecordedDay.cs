using NodaTime;

namespace DutyGuy.Commands.Demo.Weeks;

/// <summary>What one recorded day is remembered for, in the words of who was on duty.</summary>
/// <param name="Odd">What was odd, for engineering.</param>
/// <param name="Tomorrow">What to know tomorrow.</param>
/// <param name="DevOps">What was odd, for DevOps.</param>
sealed record RecordedDay(LocalDate Date, string Odd, string Tomorrow, string DevOps)
{
    /// <summary>The test that made main red, if one did.</summary>
    public string? Red { get; init; }

    /// <summary>Nobody signed this day's entry.</summary>
    public bool Unsigned { get; init; }

    /// <summary>The words of the three weeks.</summary>
    public static IReadOnlyList<RecordedDay> All { get; } =
    [
        new(
            new(2026, 11, 2),
            "The first day of the rota. Half of the questions came to me by voice, not by the board.",
            "Send people to the board first; it answers most of it.",
            "The build machine had 4 GB left on its disk. Old work trees; removed."
        ),
        new(
            new(2026, 11, 3),
            "Staging answered 502 for a minute at 11:20 while it was deployed. The front had no target file yet.",
            "Not worth a ticket unless it comes back.",
            "Nothing odd."
        ),
        new(
            new(2026, 11, 4),
            "A patient called because of a reminder at 07:00. The time was right, the hour is impolite.",
            "Tom thinks about a quiet time for reminders.",
            "Logs of the front grew to 900 MB in a day; rotation was off for it. On again."
        ),
        new(
            new(2026, 11, 5),
            "The red main was a test that counts days and met the end of a week.",
            "Tests with dates: look at who wrote them before you look at the code.",
            "Nothing odd."
        )
        {
            Red = "the next two weeks have ten working days",
        },
        new(
            new(2026, 11, 6),
            "Quiet. Rolled out at 16:06 and watched with a coffee.",
            "Nothing is open.",
            "Renewed the certificate of the clinic's domain by hand; it should renew itself."
        ),
        new(
            new(2026, 11, 9),
            "Two people asked for the same error at the same time. The board had an owner for it since 10:15.",
            "When in doubt, open the error: its owner is named there.",
            "The certificate renews itself now; tried with the staging one."
        ),
        new(
            new(2026, 11, 10),
            "Search felt slow at lunch; the numbers said no. It was the train's network.",
            "Nothing is open.",
            "Nothing odd."
        ),
        new(
            new(2026, 11, 11),
            "Few colleagues today, so nobody merged after noon.",
            "Four changes wait in review; expect a busy main.",
            "Memory of the production machine is flat again since the one heap change."
        )
        {
            Unsigned = true,
        },
        new(
            new(2026, 11, 12),
            "As foreseen: four merges within an hour, and main was red in the middle of them.",
            "Merge one after the other when the day before was empty.",
            "Builds waited for each other up to nine minutes."
        )
        {
            Red = "a cancelled visit frees its slot",
        },
        new(
            new(2026, 11, 13),
            "A doctor in Saint-Denis reports an agenda that is three hours off. Jo says daylight saving.",
            "Jo looks at the zone names next week.",
            "A second build machine is on; the longest wait today was one minute."
        ),
        new(
            new(2026, 11, 16),
            "Lea is away, so errors in search went to Ines, who was glad to learn it.",
            "Lea is back on Wednesday.",
            "Nothing odd."
        ),
        new(
            new(2026, 11, 17),
            "The waiting list of a doctor is empty and the page fails. Testers only, nobody waits in production yet.",
            "It is open in staging; write it up if it stays.",
            "Took the old build machine out of the room. It was warm in there."
        ),
        new(
            new(2026, 11, 18),
            "Main was red by chance: the same commit passed when it ran again.",
            "If the search test fails again, count it as flaky.",
            "Nothing odd."
        )
        {
            Red = "search finds nobody on the moon",
        },
        new(
            new(2026, 11, 19),
            "The rollout began at 16:20 because a gate asked for an owner of a young error. It was right to.",
            "Ask for owners before four, not at four.",
            "Read the hand-over of last Thursday again: rotation of the front's log is still on."
        ),
        new(
            new(2026, 11, 20),
            "The agenda got a little slower after the rollout; too little to go back on a Friday.",
            "Judge the agenda in the performance check and give it to somebody.",
            "Staging has new names for its machines. The old ones work until Wednesday."
        ),
    ];
}
