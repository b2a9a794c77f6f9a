namespace DutyGuy.Domain;

/// <summary>What somebody says of a rolled-back commit.</summary>
/// <param name="How">Reverted, fixed, or not the code.</param>
/// <param name="Commit">The commit of main that mends it.</param>
/// <param name="Text">A sentence; needed when it was not the code.</param>
public sealed record MendingWord(Mended? How, string? Commit, string? Text);

/// <summary>Lifts the hold that a roll back left: who is on duty says what mended what was rolled back.</summary>
public static class Mending
{
    /// <summary>The lifted hold, or why not; said again it changes nothing.</summary>
    public static Outcome<Decision> Say(DutyFacts facts, Hold hold, string by, MendingWord word)
    {
        if (RolloutStart.NotOnDuty(facts, by) is { } refusal)
            return refusal;
        if (hold.LiftedAt is not null)
            return Decision.None;
        return word switch
        {
            { How: null } => Refusal.Invalid("Say how: reverted, fixed, or not the code.", "how"),
            { How: Mended.NotTheCode, Commit: { Length: > 0 } } => Refusal.Invalid(
                "When it was not the code, no commit mended it.",
                "commit"
            ),
            { How: Mended.NotTheCode } when string.IsNullOrWhiteSpace(word.Text) => Refusal.Invalid(
                "Say in one sentence what it was, when it was not the code.",
                "text"
            ),
            { How: Mended.NotTheCode } => Lifted(facts, hold, by, word, null),
            _ when MendedBy(facts, hold, word.Commit?.Trim() ?? "") is { Refusal: { } wrong } => wrong,
            _ => Lifted(facts, hold, by, word, MendedBy(facts, hold, word.Commit!.Trim()).Value),
        };
    }

    /// <summary>The full hash of a commit of main that came after the rolled-back one.</summary>
    static Outcome<string> MendedBy(DutyFacts facts, Hold hold, string commit)
    {
        if (!Rejection.IsHash(commit))
            return Refusal.Invalid("Name the commit that mends it: its full hash, or seven digits at least.", "commit");
        var (what, rejected) = (NameOf(hold), Commit(facts, hold));
        if (MainCommit.Named(commit.ToLowerInvariant(), facts.Line) is not { } mended)
            return rejected is null && facts.Line.Count == 0 && Rejection.Of(facts).IsIn(hold, commit, "") != Tri.Yes
                ? commit.ToLowerInvariant()
                : Refusal.Conflict(
                    $"“{commit}” is not one commit on the line of main, as far as it is known here. Push it, or name the merge."
                );
        if (rejected is null)
            return mended.Sha;
        if (mended.Repository != rejected.Repository)
            return Refusal.Conflict(
                $"“{commit}” is a commit of {mended.Repository}; {what} is one of {rejected.Repository}."
            );
        return mended.Ordinal == rejected.Ordinal ? Refusal.Conflict($"{what} is what was rolled back. What mends it?")
            : mended.Ordinal < rejected.Ordinal
                ? Refusal.Conflict($"“{commit}” came before {what}; it cannot mend it. Name a later commit of main.")
            : mended.Sha;
    }

    static Outcome<Decision> Lifted(DutyFacts facts, Hold hold, string by, MendingWord word, string? commit)
    {
        var said = word.Text?.Trim() is { Length: > 0 } text ? $" {text}" : "";
        var how = word.How switch
        {
            Mended.Reverted => $"is reverted in {Short(commit!)}.",
            Mended.Fixed => $"is fixed in {Short(commit!)}.",
            _ => "was not the cause.",
        };
        var sentence = $"{NameOf(hold)} {how}{said}";
        var lifted = hold with
        {
            LiftedAt = facts.Now,
            LiftedBy = by,
            LiftedWhy = sentence,
            Mended = word.How,
            MendedBy = commit,
        };
        return new Decision
        {
            Rows = [lifted],
            Facts = [facts.Fact(FactKind.HoldLifted, by, $"{facts.NameOf(by)}: {sentence}", "hold")],
        };
    }

    /// <summary>The rolled-back rollout that a daily one mends now; null when none may go besides that of the day.</summary>
    public static long? By(DutyFacts facts) =>
        RolloutDay.Of(facts) is { State: RolloutDayState.Mending, Last: { } last } ? last.Id : null;

    /// <summary>The rolled-back commit on the line of main; null when it is not there.</summary>
    public static MainCommit? Commit(DutyFacts facts, Hold hold) =>
        MainCommit.Named(hold.Commit?.ToLowerInvariant(), facts.Line);

    /// <summary>The rolled-back commit in a few digits.</summary>
    public static string NameOf(Hold hold) => Short(hold.Commit ?? "");

    static string Short(string commit) => Rejection.IsHash(commit) ? commit[..Rejection.ShortestName] : commit;
}
