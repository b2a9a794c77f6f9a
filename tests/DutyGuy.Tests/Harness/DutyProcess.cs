using System.Diagnostics;
using System.Text;

namespace DutyGuy.Tests.Harness;

/// <summary>
/// The same server as <see cref="DutyApp"/>, but the built program in a process of its own, which can be killed.
/// After <see cref="Restart"/> the address may be another one: take the new <see cref="Api"/>.
/// </summary>
public sealed class DutyProcess : IAsyncDisposable
{
    const string Listening = "Duty Guy listens on ";
    static readonly TimeSpan LongestStart = TimeSpan.FromMinutes(2);

    readonly TestDatabase database;
    readonly Dictionary<string, string> environment;
    readonly StringBuilder said = new();
    bool borrowed;
    Process? process;
    ParentWatch? watch;

    DutyProcess(TestDatabase database, IEnumerable<(string Key, string Value)> settings)
    {
        this.database = database;
        environment = settings.ToDictionary(s => "DUTY_" + s.Key.Replace(":", "__"), s => s.Value);
        environment.TryAdd("DUTY_bootstrap_token", RunningDuty.BootstrapToken);
        environment.TryAdd("DUTY_folder", Path.Combine(database.Folder, "data"));
    }

    /// <summary>The server now running.</summary>
    public RunningDuty Api { get; private set; } = null!;

    /// <summary>A temporary folder of this test; the program runs in it, so that its duty.json counts.</summary>
    public string Folder => database.Folder;

    /// <summary>What <c>--database</c> takes.</summary>
    public string Connection => database.Connection;

    /// <summary>All that the server wrote to its terminal, over all restarts.</summary>
    public string Said
    {
        get
        {
            lock (said)
                return said.ToString();
        }
    }

    /// <summary>Starts a server; the settings as for <see cref="DutyApp.Start"/>.</summary>
    public static async Task<DutyProcess> Start(
        DatabaseKind kind = DatabaseKind.Sqlite,
        params (string Key, string Value)[] settings
    )
    {
        var duty = new DutyProcess(await TestDatabase.Create(kind), settings);
        await duty.Restart();
        return duty;
    }

    /// <summary>Starts a server on a database that others may use too; it stays when this one ends.</summary>
    public static async Task<DutyProcess> On(TestDatabase database)
    {
        var duty = new DutyProcess(database, []) { borrowed = true };
        await duty.Restart();
        return duty;
    }

    /// <summary>Starts the server again on the same database; kills it first when it still runs.</summary>
    public async Task Restart(params string[] more)
    {
        await Kill();
        string[] serve = ["serve", "--urls", "http://127.0.0.1:0", "--database", Connection, "--test-clock", .. more];
        process = BuiltProgram.Start(Folder, environment, serve);
        watch = new ParentWatch(process);
        var address = new TaskCompletionSource<string>(TaskCreationOptions.RunContinuationsAsynchronously);
        process.OutputDataReceived += (_, line) => Hear(line.Data, address);
        process.ErrorDataReceived += (_, line) => Hear(line.Data, null);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        Api = new Running(new Uri(await address.Task.WaitAsync(LongestStart)));
    }

    /// <summary>kill -9: no goodbye.</summary>
    public Task Kill() => End(running => running.Kill());

    /// <summary>What Ctrl-C and a service manager do: SIGTERM, and wait for the end.</summary>
    public Task Stop() => End(running => Process.Start("kill", ["-TERM", $"{running.Id}"])!.Dispose());

    /// <summary>Runs another verb beside the server, in the same folder and with the same settings.</summary>
    public Task<CliResult> Run(params string[] arguments) => BuiltProgram.Run(Folder, environment, arguments);

    public async ValueTask DisposeAsync()
    {
        await Kill();
        if (!borrowed)
            await database.DisposeAsync();
    }

    async Task End(Action<Process> how)
    {
        if (process is null)
            return;
        if (!process.HasExited)
            how(process);
        await process.WaitForExitAsync();
        watch?.Dispose();
        process.Dispose();
        process = null;
    }

    void Hear(string? line, TaskCompletionSource<string>? address)
    {
        lock (said)
            said.AppendLine(line);
        if (line is null)
            address?.TrySetException(new InvalidOperationException($"duty serve ended before it listened:\n{said}"));
        else if (line.StartsWith(Listening, StringComparison.Ordinal))
            address?.TrySetResult(line[Listening.Length..].Split(' ')[0]);
    }

    sealed class Running(Uri address) : RunningDuty(address);
}
