using System.Text.Json;

namespace DutyGuy.Commands.Performance;

/// <summary>Answers all rollouts of a folder, several at once; tells how far it is.</summary>
static class RolloutFolders
{
    public static int Answer(
        DirectoryInfo from,
        DirectoryInfo to,
        int jobs,
        Func<RolloutFolder, string> answer,
        TextWriter output,
        TextWriter error
    )
    {
        if (!from.Exists)
            return Refused(error, $"{from.FullName} is no folder");
        var rollouts = RolloutFolder.In(from).ToList();
        if (rollouts.Count == 0)
            return Refused(error, $"{from.FullName} holds no rollout: a folder with meta.json and minutes.csv");
        to.Create();
        var (done, broken) = (0, 0);
        var gate = new Lock();
        Parallel.ForEach(
            System.Collections.Concurrent.Partitioner.Create(rollouts, loadBalance: true),
            new ParallelOptions { MaxDegreeOfParallelism = jobs },
            rollout =>
            {
                var problem = Written(rollout, to, answer);
                lock (gate)
                {
                    output.WriteLine($"{++done} of {rollouts.Count}: {rollout.Name}");
                    if (problem is null)
                        return;
                    broken++;
                    error.WriteLine($"{rollout.Name}: {problem}");
                }
            }
        );
        return broken == 0 ? 0 : 1;
    }

    /// <summary>Gives what is wrong, or nothing.</summary>
    static string? Written(RolloutFolder rollout, DirectoryInfo to, Func<RolloutFolder, string> answer)
    {
        try
        {
            File.WriteAllText(Path.Combine(to.FullName, rollout.Name + ".csv"), answer(rollout));
            return null;
        }
        catch (Exception broken)
            when (broken is FormatException or JsonException or IOException or UnauthorizedAccessException)
        {
            return broken.Message;
        }
    }

    static int Refused(TextWriter error, string why)
    {
        error.WriteLine(why);
        return 1;
    }
}
