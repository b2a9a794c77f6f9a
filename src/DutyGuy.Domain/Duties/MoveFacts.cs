using NodaTime;

namespace DutyGuy.Domain;

/// <summary>What changed hands, as facts of both duties and as one text.</summary>
public static class MoveFacts
{
    /// <summary>A fact for who gave and a fact for who got.</summary>
    public static IReadOnlyList<Fact> Of(IReadOnlyList<Moved> moves, string by, Instant now) =>
        [
            .. Pairs(moves)
                .SelectMany(pair =>
                    new[] { pair.First().From, pair.First().To }
                        .OfType<Duty>()
                        .Select(duty => Fact(duty, Sentence([.. pair], by), by, now))
                ),
        ];

    /// <summary>What the only duty had is written down to it, as a fact.</summary>
    public static Fact Kept(Duty duty, Duty joined, string by, Instant now) =>
        Fact(duty, $"{joined.Name} is a second duty. {duty.Name} looks after {Names(duty)}.", by, now);

    /// <summary>All moves in sentences; null when nothing moved.</summary>
    public static string? Text(IReadOnlyList<Moved> moves, string by) =>
        moves.Count == 0 ? null : string.Join(' ', Pairs(moves).Select(p => Sentence([.. p], by)));

    /// <summary>"the repository shop".</summary>
    public static string Thing(KnownKind kind, string name) =>
        $"the {(kind == KnownKind.Repository ? "repository" : "project")} {name}";

    static IEnumerable<IGrouping<(string?, string?), Moved>> Pairs(IReadOnlyList<Moved> moves) =>
        moves.GroupBy(m => (m.From?.Id, m.To?.Id));

    static string Sentence(IReadOnlyList<Moved> moves, string by)
    {
        var things = string.Join(", ", moves.Select(m => Thing(m.Kind, m.Name)));
        return moves[0] switch
        {
            { From: { } from, To: { } to } => $"{by} gave {things} from {from.Name} to {to.Name}.",
            { To: { } to } => $"{to.Name} looks after {things} now, by {by}. Nobody did before.",
            { From: { } from } => $"Nobody looks after {things} any more; {from.Name} did, until {by} changed it.",
            _ => "",
        };
    }

    static string Names(Duty duty)
    {
        var things = (duty.Repositories ?? [])
            .Select(n => Thing(KnownKind.Repository, n))
            .Concat((duty.Projects ?? []).Select(n => Thing(KnownKind.Project, n)));
        return string.Join(", ", things) is { Length: > 0 } all ? all : "nothing yet";
    }

    static Fact Fact(Duty duty, string text, string by, Instant now) =>
        new()
        {
            At = now,
            Kind = FactKind.Source,
            Source = by,
            Duty = duty.Id,
            Text = text,
        };
}
