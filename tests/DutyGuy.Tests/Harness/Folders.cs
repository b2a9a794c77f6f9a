namespace DutyGuy.Tests.Harness;

/// <summary>Folders of the tests.</summary>
static class Folders
{
    /// <summary>Deletes a folder; SQLite may take away its side files in the background at the same moment.</summary>
    public static async Task Delete(string folder)
    {
        for (var tries = 1; Directory.Exists(folder); tries++)
            try
            {
                Directory.Delete(folder, recursive: true);
            }
            catch (IOException) when (tries < 20)
            {
                await Task.Delay(100);
            }
    }
}
