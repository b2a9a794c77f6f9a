namespace Clinic;

/// <summary>Errors and timings, without anything about people.</summary>
public static class Monitoring
{
    public static void Add(WebApplicationBuilder builder, Settings settings) =>
        builder.WebHost.UseSentry(options =>
        {
            options.Dsn = settings.Dsn;
            options.Environment = settings.Environment;
            options.Release = settings.Release;
            options.TracesSampleRate = 1.0;
            options.SendDefaultPii = false;
            options.AutoSessionTracking = false;
            options.FlushTimeout = TimeSpan.FromSeconds(2);
            options.ShutdownTimeout = TimeSpan.FromSeconds(2);
        });
}
