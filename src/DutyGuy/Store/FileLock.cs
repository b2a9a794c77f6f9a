namespace DutyGuy.Store;

/// <summary>A file that one process holds at a time; the system lets go of it when the process dies.</summary>
sealed class FileLock(FileStream file) : IAsyncDisposable
{
    static readonly TimeSpan Between = TimeSpan.FromMilliseconds(100);

    /// <summary>Waits until the file is free.</summary>
    public static async Task<FileLock> Take(string path, CancellationToken stop)
    {
        while (true)
        {
            try
            {
                return new(new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None));
            }
            catch (IOException held) when (held is not (DirectoryNotFoundException or PathTooLongException))
            {
                await Task.Delay(Between, stop);
            }
        }
    }

    /// <summary>The file stays: who removes it could remove the one that the next process just took.</summary>
    public ValueTask DisposeAsync() => file.DisposeAsync();
}
