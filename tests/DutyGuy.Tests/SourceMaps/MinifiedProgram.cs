using System.Text.Json;
using DutyGuy.Tests.Adapters;
using DutyGuy.Tests.Harness;
using DutyGuy.Tests.Peers;

namespace DutyGuy.Tests.SourceMaps;

/// <summary>A program of JavaScript as a shop ships it: one minified file, made by esbuild from Peers/node/minified/src.</summary>
sealed class MinifiedProgram : IDisposable
{
    readonly TemporaryFolder folder = new();

    /// <summary>What the build left, the source map too.</summary>
    public string Dist => folder.In("dist");

    public string Bundle { get; private set; } = "";

    /// <summary>What another reader of maps says of each column of the bundle.</summary>
    public JsonElement Places { get; private set; }

    public static async Task<MinifiedProgram> Build(string build)
    {
        var program = new MinifiedProgram();
        await NodePeer.Run("minified/build.js", program.folder.Path, build);
        program.Places = JsonElement.Parse(await File.ReadAllTextAsync(program.folder.In("dist", "places.json")));
        program.Bundle = program.Places.Text("bundle")!;
        return program;
    }

    /// <summary>The line of a source that has this text, from 1.</summary>
    public int Line(string source, string text) =>
        1
        + Array.FindIndex(File.ReadAllLines(folder.In("src", source)), l => l.Contains(text, StringComparison.Ordinal));

    /// <summary>Runs it; the official SDK sends what it throws.</summary>
    public Task Fail(string dsn, string release) => NodePeer.Run("minified/send.js", Bundle, dsn, release);

    public void Dispose() => folder.Dispose();
}
