using NodaTime;

namespace DutyGuy.Domain;

/// <summary>What no duty looks after is a line on every board until one takes it; it holds nothing and pokes nobody.</summary>
public static class NobodyLines
{
    /// <summary>Stands where the id of a rule stands; no rule asks for these lines.</summary>
    public const string Rule = "nobody";

    /// <summary>The press that takes it.</summary>
    public const string Press = "it is ours";

    /// <summary>The lines, red ones first.</summary>
    internal static IEnumerable<BoardLine> Of(DutyFacts facts, bool held) =>
        facts.OnDuty.Person is null
            ? []
            : facts
                .Nobodys.OrderByDescending(n => n.IsRed)
                .ThenByDescending(n => n.Errors)
                .ThenBy(n => n.Name, StringComparer.Ordinal)
                .Select(n => new BoardLine
                {
                    Rule = Rule,
                    Title = $"Nobody looks after {n.Name}",
                    Why = Why(n, facts.Playbook.Zone),
                    Since = n.IsRed ? n.Main.Since : null,
                    State = held ? LineState.Waiting : LineState.Now,
                    Actions = [Press],
                    Count = n.Errors,
                    Repository = n.Repository ? n.Name : null,
                    Project = n.Project ? n.Name : null,
                });

    static string Why(NobodysSource source, DateTimeZone zone)
    {
        var since = source.Main.Since is { } at ? $" since {at.InZone(zone).TimeOfDay:HH:mm}" : "";
        var main = source.Main.Colour switch
        {
            MainColour.Failing => $"Its main is red{since}. ",
            MainColour.Unknown => $"Its main cannot be seen{since}. ",
            _ => "",
        };
        var errors = source.Errors switch
        {
            0 => "",
            1 => "1 error. ",
            var n => $"{n} errors. ",
        };
        return $"{main}{errors}Nobody is asked about it until a duty takes it.";
    }
}
