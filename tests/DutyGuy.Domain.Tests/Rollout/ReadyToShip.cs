using DutyGuy.Domain;
using DutyGuy.Domain.Tests;
using NodaTime;

namespace DutyGuy.Tests.Rollouts;

/// <summary>A duty whose every gate is open at 16:30: a green commit, and the questions of the checklist answered.</summary>
internal static class ReadyToShip
{
    public static readonly MainCommit Newest = Known.Commit(Hash('3'), 3);
    static readonly MainCommit[] Line = [Newest, Known.Commit(Hash('2'), 2), Known.Commit(Hash('1'), 1)];

    /// <summary>A full hash.</summary>
    public static string Hash(char digit) => new(digit, 40);

    public static DutyFacts At(int hour, int minute) =>
        Known.Duty(Known.At(hour, minute)).On(Line).With(Known.Ci(Newest.Sha, CiStatus.Passing)) with
        {
            Ship = ShipState.Nothing with
            {
                Candidate = Newest,
                Passing = Tri.Yes,
                Running = Line[1].Sha,
                RunningRelease = "2222222",
                Changes = [Newest],
            },
            Runs = [Answered],
        };

    /// <summary>The facts with main of another colour.</summary>
    public static DutyFacts With(this DutyFacts facts, MainColour colour) =>
        facts with
        {
            Main = new([(facts.Now, colour)], new(colour, facts.Now, [])),
        };

    /// <summary>A rollout of some commit that ended well.</summary>
    public static Rollout Rollout(long id, char commit, Instant at, RolloutStatus status = RolloutStatus.Done) =>
        Known.Rollout(at, status) with
        {
            Id = id,
            To = Hash(commit),
            Release = Hash(commit)[..7],
            From = Hash((char)(commit - 1)),
            SwitchedAt = at,
        };

    static ChecklistRun Answered =>
        new ChecklistRun
        {
            Id = 1,
            Duty = "engineering",
            Rule = "rollout",
            Checklist = "rollout",
            Version = 1,
            OpenedAt = Known.At(16),
        }.With(
            new()
            {
                Id = "special",
                State = StepState.Done,
                Answer = "no",
                By = "ann",
            }
        );
}
