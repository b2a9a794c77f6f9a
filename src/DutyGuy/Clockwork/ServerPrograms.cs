using System.Text.Json.Nodes;
using DutyGuy.Adapters.Programs;
using DutyGuy.Commands;
using DutyGuy.Domain;

namespace DutyGuy.Clockwork;

/// <summary>The programs that who runs the machine allows; only duty.json and the environment name them.</summary>
public sealed class ServerPrograms
{
    static readonly string[] Names = ["deploy", "ci", "run", "rollBack", "timeout", "ends"];

    ServerPrograms(ProgramSettings settings, string home) => (Settings, Home) = (settings, home);

    public ProgramSettings Settings { get; }

    /// <summary>The folder that programs run in.</summary>
    public string Home { get; }

    /// <summary>How production is deployed; null: by hand.</summary>
    public DeployProgram? Production => Settings.Deploy.GetValueOrDefault(Environments.Production);

    /// <summary>Actions of steps that the server can do; the others are done by hand.</summary>
    public IReadOnlySet<ActionKind> Actions =>
        new HashSet<ActionKind>([
            ActionKind.BisectMain,
            ActionKind.PokeAuthorOfCulprit,
            ActionKind.PostRolloutNotice,
            ActionKind.CompareEndpoints,
            .. Production is null ? [] : new[] { ActionKind.DeployProduction },
            .. Settings.Ci.Count == 0 ? [] : new[] { ActionKind.RerunFailedJobs },
        ]);

    /// <exception cref="ProgramSettingsException">Every mistake with its place.</exception>
    public static ServerPrograms Read(ServeSettings settings)
    {
        var programs = new JsonObject();
        foreach (var part in new[] { "deploy", "ci" })
            if (settings.All.GetSection(part) is var section && section.Exists())
                programs[part] = Json(section);
        return new(ProgramSettingsReader.Read(programs.ToJsonString(), "duty.json"), settings.Home);
    }

    /// <summary>Configuration has no lists and no case: what has the keys 0, 1, 2 is a list, our words get their case back.</summary>
    static JsonNode? Json(IConfigurationSection section)
    {
        var children = section.GetChildren().ToList();
        if (children.Count == 0)
            return section.Value;
        if (children.TrueForAll(c => int.TryParse(c.Key, out _)))
            return new JsonArray([.. children.OrderBy(c => int.Parse(c.Key)).Select(Json)]);
        return new JsonObject(children.Select(c => KeyValuePair.Create(Named(c.Key), Json(c))));
    }

    static string Named(string key) => Array.Find(Names, n => n.Equals(key, StringComparison.OrdinalIgnoreCase)) ?? key;
}
