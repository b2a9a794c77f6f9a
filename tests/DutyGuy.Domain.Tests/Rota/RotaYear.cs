using DutyGuy.Domain;
using NodaTime;

namespace DutyGuy.Tests.Rota;

/// <summary>A team lives with its rota: each night it is planned anew, and the turn of the day becomes a fact.</summary>
internal sealed class RotaYear(TeamRota team)
{
    public TeamRota Team { get; private set; } = team;

    /// <summary>Lives through working days; what happens on a day happens before it is planned.</summary>
    public RotaYear Live(int days, Func<int, TeamRota, TeamRota>? happens = null)
    {
        for (var day = 0; day < days; day++)
        {
            var before = Team;
            Team = happens?.Invoke(day, Team) ?? Team;
            var changed = !ReferenceEquals(Team, before);
            Team = Team.With(RotaUpdate.Of(Team, changed ? RotaUpdate.ByItself : RotaUpdate.Overnight));
            var date = Team.Duties[0].Hours.NextWorkingDay(Team.Duties[0].Hours.DateOf(Team.Now));
            Team = Team with
            {
                Duties = [.. Team.Duties.Select(d => Past(d, date))],
                Now = Team.Duties[0].Hours.At(date, new(10, 0)),
            };
        }
        return this;
    }

    /// <summary>Who had the turns of a duty, in order.</summary>
    public IReadOnlyList<string> Line(int duty = 0) =>
        [.. Team.Duties[duty].PastTurns.OrderBy(t => t.Date).Select(t => t.Person!)];

    private static RotaFacts Past(RotaFacts duty, LocalDate date) =>
        duty with
        {
            PastTurns =
            [
                .. duty.PastTurns,
                .. Turns.Between(duty, date, date).Select(t => new PastTurn(t.Date, t.Person)),
            ],
        };
}
