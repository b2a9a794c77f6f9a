using System.Diagnostics;

namespace DutyGuy.Commands.Demo;

/// <summary>
/// The throw-away folder of a demo. Every process that the demo starts carries its mark; a small shell waits on our pipe
/// and, when this process ends in any way, ends the marked ones and removes the folder.
/// </summary>
sealed class DemoFolder : IAsyncDisposable
{
    const string Mark = "CLINIC_DEMO";
    readonly Process last;

    DemoFolder(string path, Process last) => (Path, this.last) = (path, last);

    public string Path { get; }

    /// <summary>Scripts and the history of the Clinic, as they ship with the program.</summary>
    public static string Samples => System.IO.Path.Combine(AppContext.BaseDirectory, "samples");

    public string In(string name) => System.IO.Path.Combine(Path, name);

    public static DemoFolder Create()
    {
        var path = Directory.CreateTempSubdirectory("duty-demo-").FullName;
        var folder = new DemoFolder(path, Start(path));
        // Only now, so that the shell does not carry the mark itself.
        Environment.SetEnvironmentVariable(Mark, path);
        return folder;
    }

    public async ValueTask DisposeAsync()
    {
        Environment.SetEnvironmentVariable(Mark, null);
        last.StandardInput.Close();
        await last.WaitForExitAsync();
        last.Dispose();
    }

    static Process Start(string path)
    {
        var script = System.IO.Path.Combine(Samples, "deploy", "leave-nothing.sh");
        var start = new ProcessStartInfo("bash", [script, path, $"{Mark}={path}"])
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            WorkingDirectory = System.IO.Path.GetTempPath(),
        };
        return Process.Start(start)!;
    }
}
