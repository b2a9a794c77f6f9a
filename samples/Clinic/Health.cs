namespace Clinic;

/// <summary>GET /health: which release answers here.</summary>
public static class Health
{
    /// <summary>Writes where we listen, as soon as we do. Whoever reads the file never sees half of it.</summary>
    public static void WriteAddress(WebApplication app, string file)
    {
        app.Lifetime.ApplicationStarted.Register(() =>
        {
            File.WriteAllText(file + ".new", app.Urls.First());
            File.Move(file + ".new", file, overwrite: true);
        });
    }

    public static void Map(WebApplication app, Settings settings) =>
        app.MapGet(
            "/health",
            () =>
                new
                {
                    status = "ok",
                    release = settings.Release,
                    commit = settings.Commit,
                    environment = settings.Environment,
                    slotsWorkedOut = Slots.WorkedOut,
                }
        );
}
