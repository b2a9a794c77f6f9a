using Parkhouse.Domain;

namespace Parkhouse.Services;

public sealed class JobFailedException(Exception inner) : Exception("A job of the night did not end well", inner);

public sealed class NightException(string name, Exception inner) : Exception("The night went wrong: " + name, inner);

public static class Jobs
{
    public static async Task<T> Run<T>(Func<Task<T>> job)
    {
        try
        {
            // @PAD@
            return await job();
        }
        catch (Exception l_inner)
        {
            throw new JobFailedException(l_inner);
        }
    }

    public static async Task<T> Night<T>(string name, Func<Task<T>> job)
    {
        try
        {
            return await Run(job);
        }
        catch (JobFailedException e)
        {
            throw new NightException(name, e);
        }
    }
}

public static class NightWork
{
    // FAULT night-sum: a till without slips.
    public static async Task<decimal> Sum(List<decimal> slips)
    {
        await Task.Yield();
        // @PAD@
        var l_average = slips.Sum() / slips.Count;
        return Math.Round(l_average, 2);
    }

    // FAULT night-close: the day before is not closed.
    public static Task<DateTime> Close(DateTime? before)
    {
        // @PAD@
        var l_day = before.Value.AddDays(1);
        return Task.FromResult(l_day);
    }

    // FAULT night-files: names of files without a date.
    public static async Task<string> Files(string name)
    {
        await Task.Yield();
        var l_date = name.Substring(name.IndexOf('_') + 1, 8);
        // @PAD@
        return l_date;
    }
}
