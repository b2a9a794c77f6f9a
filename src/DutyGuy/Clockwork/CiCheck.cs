using DutyGuy.Adapters.Git;
using DutyGuy.Adapters.Programs;
using DutyGuy.Commands;
using DutyGuy.Domain;

namespace DutyGuy.Clockwork;

/// <summary>One run of a repository's checks in a work tree of its own, which is gone afterwards.</summary>
sealed class CiCheck(Mirrors mirrors, ServerPrograms programs, ServeSettings settings, ILogger<CiCheck> log)
{
    readonly string folder = Path.GetFullPath(Path.Combine(settings.Folder, "ci"));

    const string Failed = "FAILED: ";

    /// <summary>Work trees that a killed server left.</summary>
    public void RemoveLeftovers()
    {
        Directory.CreateDirectory(folder);
        foreach (var left in Directory.GetDirectories(folder))
            try
            {
                Directory.Delete(left, recursive: true);
            }
            catch (IOException busy)
            {
                log.LogWarning("A work tree of before is still in use: {Why}", busy.Message);
            }
    }

    /// <summary>Passing when the program ends with 0; unknown when nothing could be run.</summary>
    public async Task<(CiStatus Status, IReadOnlyList<string> Failing)> Run(
        SourceRepository repository,
        string commit,
        CancellationToken stop
    )
    {
        var mirror = mirrors.Of(repository);
        var tree = Path.Combine(folder, $"{repository.Id}-{commit[..7]}-{Guid.NewGuid():n}");
        try
        {
            await mirror.AddTreeAsync(tree, commit, stop);
            return await RunIn(tree, programs.Settings.Ci[repository.Id], commit, stop);
        }
        catch (Exception broken) when (broken is GitException or ArgumentException)
        {
            log.LogWarning("The checks of {Commit} could not be run: {Why}", commit, broken.Message);
            return (CiStatus.Unknown, []);
        }
        finally
        {
            await mirror.RemoveTreeAsync(tree, CancellationToken.None);
        }
    }

    async Task<(CiStatus, IReadOnlyList<string>)> RunIn(
        string tree,
        CiProgram program,
        string commit,
        CancellationToken stop
    )
    {
        var failing = new List<string>();
        var call = new ProgramCall(
            Placeholders.Fill(program.Run, new PlaceholderValues(commit)),
            tree,
            program.Timeout
        );
        var result = await ProgramRunner.RunAsync(call, (_, line) => Note(failing, line), stop);
        if (!result.Started)
            log.LogWarning("The checks of {Commit} did not start: {Why}", commit, result.Why);
        return result switch
        {
            { Started: false } => (CiStatus.Unknown, []),
            { ExitCode: 0 } => (CiStatus.Passing, []),
            { TimedOut: true } => (CiStatus.Failing, [.. failing, $"(ended after {program.Timeout})"]),
            _ => (CiStatus.Failing, failing),
        };
    }

    static void Note(List<string> failing, string line)
    {
        if (line.StartsWith(Failed, StringComparison.Ordinal) && failing.Count < 100)
            failing.Add(line[Failed.Length..].Trim());
    }
}
