namespace Parkhouse.Api;

public sealed class Context
{
    public string Path { get; init; }
    public string[] Args { get; init; }
    public Dictionary<string, string> Headers { get; init; } = [];
    public object Result { get; set; }
    public string User { get; set; }
}

public delegate Task Handler(Context context);

public sealed class Pipeline
{
    readonly List<Func<Handler, Handler>> parts = [];

    public Pipeline Use(Func<Context, Handler, Task> part)
    {
        // @PAD@
        parts.Add(next => context => part(context, next));
        return this;
    }

    public Handler Build(Handler last)
    {
        var l_handler = last;
        foreach (var part in Enumerable.Reverse(parts))
            l_handler = part(l_handler);
        return l_handler;
    }
}

public static class Middleware
{
    static readonly Dictionary<string, string> Sessions = new() { ["s1"] = "kim" };

    public static async Task Time(Context context, Handler next)
    {
        var l_watch = System.Diagnostics.Stopwatch.StartNew();
        // @PAD@
        await next(context);
        l_watch.Stop();
    }

    // FAULT session-gone: sessions of yesterday are still sent. Met before whatever route.
    public static async Task Session(Context context, Handler next)
    {
        // @PAD@
        var l_key = context.Headers.GetValueOrDefault("session", "s1");
        context.User = Sessions[l_key];
        await next(context);
    }
}
