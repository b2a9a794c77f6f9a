using System.Text.Json;
using DutyGuy.Commands.Client;
using DutyGuy.Web;

namespace DutyGuy.Commands;

/// <summary>Rollouts as the terminal shows them.</summary>
static class RolloutText
{
    const int LastLines = 10;

    /// <summary>What would ship, whose it is, and which gates are shut.</summary>
    public static void Next(TextWriter output, JsonElement next)
    {
        output.WriteLine(
            next.Part("rejected") is { } rejected ? $"{rejected.Text("why")} duty rollout mended COMMIT"
            : next.TextOrNull("release") is not { } release
                ? "Nothing to ship: no commit of main newer than what runs has passed."
            : next.GetProperty("nothingToShip").GetBoolean() ? $"Nothing to ship: production runs {release} already."
            : $"{release} would ship, {Count(next)}; production serves {next.TextOrNull("fromRelease") ?? Short(next)}."
        );
        foreach (var one in next.Items("oneWay"))
            output.WriteLine($"No way back behind {Say.Short(one.Text("commit"))}: {one.Text("why")}");
        Changes(output, next);
        Gates(output, next);
    }

    public static void One(TextWriter output, JsonElement rollout, string? by)
    {
        var who = by is null ? "" : $", started by {by}";
        output.WriteLine($"Rollout {rollout.Text("id")} of {rollout.Text("release")}: {rollout.Text("status")}{who}.");
        if (rollout.Part("alarm") is { } alarm)
            output.WriteLine($"ALARM: the watch advised to {alarm.Text("advice")}. {alarm.Text("why")}");
        if (rollout.TextOrNull("couldNotTell") is { } untold)
            output.WriteLine($"The watch could not tell: {untold}");
        if (rollout.TextOrNull("keptBy") is not null)
            output.WriteLine("It was kept by a person.");
        if (rollout.TextOrNull("rollBackReason") is { } why)
            output.WriteLine($"Rolled back: {why}");
        if (rollout.TextOrNull("noWayBack") is { } oneWay)
            output.WriteLine($"No way back: {oneWay}");
        if (!rollout.GetProperty("changesKnown").GetBoolean())
            output.WriteLine("Its changes are not known.");
        Changes(output, rollout);
        foreach (var line in rollout.Items("log").TakeLast(LastLines))
            output.WriteLine("  " + line.Text("text"));
        if (rollout.Part("watch") is { } watch)
            output.WriteLine(
                $"As before: {watch.Text("health")}. {watch.Text("says")} {string.Join(" ", watch.Items("findings").Select(f => f.GetString()))}"
            );
    }

    static void Changes(TextWriter output, JsonElement of)
    {
        if (of.Items("changes") is { Count: > 0 } changes)
            Printed.Table(
                output,
                ["commit", "what", "whose"],
                changes.Select(c => (string[])[Say.Short(c.Text("commit")), c.Text("title"), c.Text("author")])
            );
    }

    static string Count(JsonElement of) =>
        of.GetProperty("changesKnown").GetBoolean()
            ? Say.Count(of.Items("changes").Count, "change")
            : "changes not known";

    static void Gates(TextWriter output, JsonElement of)
    {
        if (of.Items("gates") is { Count: > 0 } gates)
            Printed.Table(
                output,
                ["gate", "state", "why"],
                gates.Select(g => (string[])[g.Text("gate"), g.Text("state"), g.Text("why")])
            );
    }

    static string Short(JsonElement next) => next.TextOrNull("from") is { } from ? Say.Short(from) : "nothing yet";
}
