using DutyGuy.Domain;
using DutyGuy.Web;
using DutyGuy.Web.Components;

namespace DutyGuy.Features.Board;

/// <summary>The first sentence of the board, with its mark, and the one below.</summary>
sealed record BoardHeadline(MarkKind? Kind, string Text, string Lead)
{
    public static BoardHeadline Of(DutyFacts facts, Domain.Board board, FrameModel frame)
    {
        if (board.OnDuty.Person is null)
            return Nobody(board, frame);
        return board.Lines.FirstOrDefault() switch
        {
            null => new(MarkKind.Ok, AllQuiet(facts), Quiet(facts, board, frame)),
            { State: LineState.CannotTell } unseen => new(MarkKind.Dunno, FullStop.After(unseen.Title), unseen.Why),
            { } first when IsRed(facts, first) => Red(facts, first),
            { Rollout: not null } alarm when board.Alarm is not null => new(
                MarkKind.Bad,
                FullStop.After(alarm.Title),
                alarm.Why
            ),
            _ => ToDo(facts, board, frame),
        };
    }

    /// <summary>Whether the line is the red main that holds all others.</summary>
    public static bool IsRed(DutyFacts facts, BoardLine line) =>
        line.State == LineState.Now
        && facts.Main.Now.Colour == MainColour.Failing
        && facts.Playbook.Rules.Any(r => r.Id == line.Rule && r.First);

    static BoardHeadline Nobody(Domain.Board board, FrameModel frame) =>
        board.OnDuty.Next is { } next
            ? new(
                null,
                "Nobody is on duty now.",
                $"{Say.Sentence(frame.You(next.Person))} {(next.Person == frame.Caller.Person ? "begin" : "begins")} {Begins(next, frame)}. Until then nothing asks for you."
            )
            : new(null, "Nobody is on duty now.", "The rota has nobody for the next days.");

    static string Begins(NextOnDuty next, FrameModel frame)
    {
        var date = next.From.InZone(frame.Zone).Date;
        var time = frame.Time(next.From);
        return date == frame.Today ? $"today at {time}"
            : date == frame.Today.PlusDays(1) ? $"tomorrow at {time}"
            : $"on {Say.Date(date, frame.Today)} at {time}";
    }

    static BoardHeadline Red(DutyFacts facts, BoardLine line)
    {
        var since = line.Since ?? facts.Now;
        var nothingElse =
            FullStop.Without(line.Why)
            + $" since {Say.Time(since, facts.Playbook.Zone)}. Nothing else counts until main passes.";
        return new(
            MarkKind.Bad,
            $"Main has been red for {Say.Minutes(facts.Now - since)}. Get it green first.",
            nothingElse
        );
    }

    static BoardHeadline ToDo(DutyFacts facts, Domain.Board board, FrameModel frame)
    {
        var first = board.Lines[0];
        var more = board.ToDo - 1;
        var text =
            more == 0
                ? FullStop.After($"One thing to do: {Short(first)}")
                : FullStop.After($"{Say.Count(board.ToDo, "thing")} to do. First: {Short(first)}");
        var customers = first.Environment is { } at && WatchedEnvironments.Of(facts.Playbook).MeetCustomers(at);
        var kind = customers ? MarkKind.Bad : MarkKind.Warn;
        return new(kind, text, Quiet(facts, board, frame));
    }

    static string Quiet(DutyFacts facts, Domain.Board board, FrameModel frame)
    {
        var main = facts.Main.Now switch
        {
            { Colour: MainColour.Passing, Since: { } since } => $"Main has been green since {frame.When(since)}.",
            { Colour: MainColour.Running } => "Main has no complete result yet.",
            { Colour: MainColour.Failing, Since: { } since } => $"Main has been red since {frame.When(since)}.",
            { Colour: MainColour.Unknown } => "Main cannot be seen.",
            _ => "Main is not watched.",
        };
        return facts.ConnectedEnvironments.Count == 0 ? main : $"{main} {OwnerWords.Of(facts)}";
    }

    static string AllQuiet(DutyFacts facts) =>
        ComingThing.Of(facts) is [var next, ..] ? $"All quiet. Next: {next.Thing} at {next.Time}." : "All quiet.";

    /// <summary>What to do without to which error: the card below names it.</summary>
    static string Short(BoardLine line) =>
        line.Subject is not null && line.Title.Split(": ") is [var verb, _, ..]
            ? char.ToLowerInvariant(verb[0])
                + verb[1..]
                + (verb.EndsWith("up", StringComparison.Ordinal) ? " an old error" : "")
            : line.Title;
}
