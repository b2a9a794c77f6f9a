using System.Diagnostics;
using System.Text.Json;
using DutyGuy.Tests.Adapters;
using DutyGuy.Tests.Harness;

namespace DutyGuy.Tests.Recipes;

/// <summary>A real <c>sh</c> that runs what a CI hands to it; its <c>curl</c> only writes down what it is told.</summary>
sealed class CiJob : IDisposable
{
    public const string Commit = "4f3a2b1c0d9e8f7a6b5c4d3e2f1a0b9c8d7e6f5a";

    readonly TemporaryFolder folder = new();
    readonly Dictionary<string, string?> variables = new()
    {
        ["REPOSITORY"] = "shop",
        ["BRANCH"] = "main",
        ["PIPELINE"] = "tests",
        ["COMMIT"] = Commit,
        ["URL"] = "https://ci.example.com/runs/7?tab=log#end",
        ["DUTY_TOKEN"] = "duty_secret",
        ["RESULT"] = null,
    };

    public CiJob()
    {
        Executable("bin/curl", $"printf '%s\\0' \"$@\" >> '{folder.In("told")}'");
    }

    /// <summary>Sets a variable of the job; null for one that is not set.</summary>
    public CiJob With(string name, string? value)
    {
        variables[name] = value;
        return this;
    }

    /// <summary>A program in the work tree.</summary>
    public CiJob Executable(string path, string script)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(folder.In(path))!);
        File.WriteAllText(folder.In(path), $"#!/bin/sh\n{script}\n");
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(folder.In(path), UnixFileMode.UserRead | UnixFileMode.UserExecute);
        return this;
    }

    /// <summary>Runs the lines as CI does, and gives what curl was called with; null when it was not.</summary>
    public async Task<string[]?> Call(string script)
    {
        await File.WriteAllTextAsync(folder.In("script"), script);
        var start = new ProcessStartInfo("sh", ["-e", folder.In("script")])
        {
            WorkingDirectory = folder.Path,
            UseShellExecute = false,
            RedirectStandardError = true,
        };
        start.Environment["PATH"] = folder.In("bin") + Path.PathSeparator + Environment.GetEnvironmentVariable("PATH");
        foreach (var (name, value) in variables)
            if (value is null)
                start.Environment.Remove(name);
            else
                start.Environment[name] = value;
        using var sh = Process.Start(start)!;
        var complaints = await sh.StandardError.ReadToEndAsync();
        await sh.WaitForExitAsync();
        (sh.ExitCode, complaints).ShouldBe((0, ""));
        return File.Exists(folder.In("told"))
            ? (await File.ReadAllTextAsync(folder.In("told"))).Split('\0')[..^1]
            : null;
    }

    /// <summary>The JSON that was sent; null when nothing was.</summary>
    public async Task<JsonElement?> Sent(string script) =>
        await Call(script) is { } call ? Read(call[Array.IndexOf(call, "-d") + 1]) : null;

    /// <summary>The status that was sent; null when nothing was.</summary>
    public async Task<string?> Status(string script) => (await Sent(script))?.Text("status");

    static JsonElement Read(string json)
    {
        using var document = JsonDocument.Parse(json);
        return document.RootElement.Clone();
    }

    public void Dispose() => folder.Dispose();
}
