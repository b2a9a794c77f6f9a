using System.Security.Cryptography;
using System.Text;
using DutyGuy.Domain;
using NodaTime;

namespace DutyGuy.Store;

/// <summary>What the kept plan of the rota was made from: one row, so that all machines know, also after a restart.</summary>
/// <param name="From">The first day that was planned.</param>
/// <param name="Inputs">A short mark of all else.</param>
public sealed record PlanMark(LocalDate From, string Inputs)
{
    public static PlanMark Of(TeamRota team) =>
        new(team.From, Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(team.Inputs))));
}
