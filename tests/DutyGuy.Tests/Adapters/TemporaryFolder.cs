namespace DutyGuy.Tests.Adapters;

/// <summary>A folder of its own for one test, gone afterwards.</summary>
public sealed class TemporaryFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("duty-test-").FullName;

    public string In(params string[] parts) => System.IO.Path.Combine([Path, .. parts]);

    public void Dispose()
    {
        // Git makes its object files read-only, which keeps nobody from deleting them on Unix.
        Directory.Delete(Path, recursive: true);
    }
}
