using System.Diagnostics;
using DutyGuy.Adapters.Programs;
using Shouldly;
using Xunit;

namespace DutyGuy.Tests.Adapters;

public sealed class ProgramRunnerTests : IDisposable
{
    private static readonly TimeSpan Long = TimeSpan.FromMinutes(2);
    private readonly TemporaryFolder _folder = new();
    private readonly List<string> _lines = [];

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private Task<ProgramResult> Run(TimeSpan timeout, params string[] arguments) =>
        ProgramRunner.RunAsync(
            new ProgramCall(arguments, _folder.Path, timeout),
            (stream, line) => _lines.Add($"{stream}: {line}"),
            Cancel
        );

    private Task<ProgramResult> Script(string script) => Run(Long, "sh", "-c", script);

    [Fact]
    public async Task A_program_that_ends_with_0_is_done_and_its_lines_are_told_in_order()
    {
        var result = await Script("echo one; echo; printf 'two\\r\\nthree'");

        result.ShouldBe(new ProgramResult(0, TimedOut: false, Started: true, Why: null));
        _lines.ShouldBe(["Output: one", "Output: ", "Output: two", "Output: three"]);
    }

    [Fact]
    public async Task Another_exit_code_is_a_failure_with_its_number()
    {
        var result = await Script("echo broken >&2; exit 3");

        (result.ExitCode, result.Why).ShouldBe((3, "sh ended with exit code 3."));
        _lines.ShouldBe(["Error: broken"]);
    }

    [Fact]
    public async Task Arguments_reach_the_program_as_they_are()
    {
        await Run(Long, "printf", "%s\\n", "$(touch x)", "a b", "; exit 1", "'\"*");

        _lines.ShouldBe(["Output: $(touch x)", "Output: a b", "Output: ; exit 1", "Output: '\"*"]);
        Directory.GetFiles(_folder.Path).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_timeout_ends_also_what_runs_in_the_background()
    {
        var result = await Run(
            TimeSpan.FromSeconds(1),
            "sh",
            "-c",
            "(sleep 600 & echo $!); sleep 600 & echo $!; exec sleep 600"
        );

        (result.TimedOut, result.ExitCode).ShouldBe((true, null));
        _lines.Count.ShouldBe(2);
        await AllAreGone(_lines);
    }

    [Fact]
    public async Task Cancelling_ends_the_program_with_all_that_it_started()
    {
        using var cancel = CancellationTokenSource.CreateLinkedTokenSource(Cancel);
        var call = new ProgramCall(["sh", "-c", "(sleep 600 & echo $!); sleep 600"], _folder.Path, Long);
        var running = ProgramRunner.RunAsync(
            call,
            (_, line) =>
            {
                _lines.Add(line);
                cancel.Cancel();
            },
            cancel.Token
        );

        await Should.ThrowAsync<OperationCanceledException>(running);
        await AllAreGone(_lines);
    }

    [Fact]
    public async Task A_deploy_may_leave_its_release_running()
    {
        var result = await Script("sleep 600 & echo $!");

        result.ExitCode.ShouldBe(0);
        using var release = Process.GetProcessById(IdIn(_lines.Single()));
        release.HasExited.ShouldBeFalse();
        release.Kill();
    }

    [Fact]
    public async Task Output_without_end_is_cut_and_the_program_still_ends()
    {
        var result = await Script(
            $"head -c {ProgramRunner.LongestLine + 9} /dev/zero | tr '\\0' x; echo; seq {ProgramRunner.MostLines + 500}"
        );

        result.ExitCode.ShouldBe(0);
        _lines[0].ShouldBe("Output: " + new string('x', ProgramRunner.LongestLine) + " …");
        _lines.Count.ShouldBe(ProgramRunner.MostLines + 1);
        _lines[^1].ShouldBe("Output: … further lines are left out");
    }

    [Fact]
    public async Task A_missing_program_is_named_with_what_to_look_at()
    {
        var result = await Run(Long, "./deploy.sh");

        result.Started.ShouldBeFalse();
        result.Why.ShouldBe(
            $"./deploy.sh is not a program that can be run from {_folder.Path}. "
                + "Is the path right, is it installed, and is it executable (chmod +x)?"
        );
    }

    [Fact]
    public async Task A_file_that_is_not_executable_and_a_missing_folder_are_said()
    {
        await File.WriteAllTextAsync(_folder.In("deploy.sh"), "#!/bin/sh\n", Cancel);
        (await Run(Long, "./deploy.sh")).Why.ShouldNotBeNull().ShouldContain("chmod +x");

        var nowhere = new ProgramCall(["sh"], _folder.In("no"), Long);
        var result = await ProgramRunner.RunAsync(nowhere, (_, _) => { }, Cancel);
        result.Why.ShouldBe($"The folder {_folder.In("no")} to run sh in does not exist.");
    }

    [Fact]
    public async Task The_servers_own_settings_are_hidden_and_those_of_the_call_are_given()
    {
        Environment.SetEnvironmentVariable("DUTY_SECRET_OF_THIS_TEST", "x");
        var given = new Dictionary<string, string>(StringComparer.Ordinal) { ["RELEASE"] = "1.4" };
        var call = new ProgramCall(["env"], _folder.Path, given, Long);

        await ProgramRunner.RunAsync(call, (_, line) => _lines.Add(line), Cancel);

        _lines.ShouldContain(line => line == "RELEASE=1.4");
        _lines.ShouldNotContain(line => line.StartsWith("DUTY_SECRET_OF_THIS_TEST", StringComparison.Ordinal));
    }

    private static int IdIn(string line) =>
        int.Parse(line.Split(' ')[^1], System.Globalization.CultureInfo.InvariantCulture);

    // A killed process is gone when its parent, or the system, has noticed: waits for that, not by the clock.
    private static async Task AllAreGone(IEnumerable<string> lines)
    {
        foreach (var id in lines.Select(IdIn))
            while (IsAlive(id))
                await Task.Delay(TimeSpan.FromMilliseconds(20), Cancel);
    }

    private static bool IsAlive(int id)
    {
        var stat = $"/proc/{id}/stat";
        try
        {
            // A zombie waits for its parent to be told; it does nothing any more.
            return File.Exists(stat) && !File.ReadAllText(stat).Contains(") Z ", StringComparison.Ordinal);
        }
        catch (IOException)
        {
            return false;
        }
    }

    public void Dispose() => _folder.Dispose();
}
