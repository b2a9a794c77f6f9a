using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using NodaTime;

namespace DutyGuy.Domain;

/// <summary>What a new plan of the team's rota changes.</summary>
/// <param name="Turns">All turns to come, of all duties.</param>
/// <param name="Moves">What differs from what everybody saw before.</param>
/// <param name="Uncovered">Dates that nobody can do, and why.</param>
public sealed record RotaUpdate(
    IReadOnlyList<StoredTurn> Turns,
    IReadOnlyList<TurnMove> Moves,
    IReadOnlyList<UncoveredTurn> Uncovered
)
{
    /// <summary>By whom: the plan follows a change of the team.</summary>
    public const string ByItself = "by itself";

    /// <summary>By whom: nothing changed but the day, and later dates got fairer. Nobody is told of those: they are not announced.</summary>
    public const string Overnight = "overnight";

    /// <summary>Steps of the search for each turn: bound by work, so that the preview and what is saved are the same.</summary>
    const int StepsForATurn = 200;

    /// <summary>Plans the rota of a team anew. Deterministic.</summary>
    public static RotaUpdate Of(TeamRota team, string by)
    {
        if (team.Duties.All(d => d.Members.Count == 0))
            return new([], [], []);
        var shown = team.Shown;
        var problem = team.Problem(shown);
        var plan = RotaPlanner.Best(problem, PlanLimit.Steps((long)shown.Sum(d => d.Value.Count) * StepsForATurn));
        var moved = plan.Changes.ToLookup(c => (c.Duty, c.Date), c => $"moved: {c.Cause}");
        var before = shown.SelectMany(d => d.Value.Select(t => (d.Key, t))).ToLookup(t => (t.Key, t.t.Date), t => t.t);
        return new(
            [
                .. plan.Turns.Select(t => new StoredTurn(
                    t.Duty,
                    t.Date,
                    t.Person,
                    moved[(t.Duty, t.Date)].FirstOrDefault() ?? before[(t.Duty, t.Date)].FirstOrDefault()?.Why
                )),
            ],
            [.. plan.Changes.Select(c => new TurnMove(0, c.Duty, c.Date, c.From, c.To, c.Why, by, team.Now))],
            plan.Uncovered
        );
    }

    /// <summary>Whether what is kept is not what this says.</summary>
    public bool Differs(TeamRota team) =>
        !team
            .Duties.SelectMany(d =>
                d.Planned.Where(t => t.Date >= team.From).Select(t => new StoredTurn(d.Duty, t.Date, t.Person!, t.Why))
            )
            .ToHashSet()
            .SetEquals(Turns);

    IEnumerable<TurnMove> Told(TeamRota team) =>
        Moves.Where(m => m.By != Overnight || team.IsAnnounced(m.Duty, m.Date));

    /// <summary>What the record keeps of it.</summary>
    public IReadOnlyList<Fact> Facts(TeamRota team) =>
        [
            .. Told(team)
                .Select(m => new Fact
                {
                    At = team.Now,
                    Kind = FactKind.RotaChanged,
                    Source = m.By,
                    Duty = m.Duty,
                    Text = FullStop.After(team.Named(m.Why)),
                }),
        ];

    /// <summary>One message to each whose dates moved, in the hours of a duty.</summary>
    public IEnumerable<NewMessage> Messages(TeamRota team)
    {
        var told = Told(team).ToList();
        var people = told.SelectMany(m => new[] { m.From, m.To }).OfType<string>().Distinct(StringComparer.Ordinal);
        // Now, or at the next start: nobody is told at night.
        var goesOut = team.Duties[0].Hours.AddWorkingTime(team.Now, Duration.Zero);
        foreach (var person in people.Order(StringComparer.Ordinal))
        {
            var mine = told.Where(m => m.From == person || m.To == person).ToList();
            yield return new(
                OutboxKind.Message,
                $"moved({person}, {Mark(mine)}, {team.Now.ToUnixTimeSeconds()})",
                person,
                string.Join('\n', mine.Select(m => FullStop.After(team.Named(m.Why)))),
                "/rota",
                NotBefore: goesOut
            );
        }
    }

    /// <summary>Short, and the same for the same dates.</summary>
    static string Mark(IEnumerable<TurnMove> moves)
    {
        var all = string.Join(
            ", ",
            moves.Select(m =>
                $"{m.Duty} {m.Date.ToString("uuuu-MM-dd", CultureInfo.InvariantCulture)} {m.From} to {m.To}"
            )
        );
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(all)))[..16];
    }
}
