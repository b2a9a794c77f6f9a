using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace DutyGuy.Tests.Adapters;

/// <summary>A real web server that takes posts and gives one answer.</summary>
public sealed class ChatServer : IAsyncDisposable
{
    private readonly WebApplication _app;

    private ChatServer(WebApplication app) => _app = app;

    public IList<(string Body, string Key, long? Length)> Posts { get; } = new List<(string, string, long?)>();

    public string Url => $"{_app.Urls.Single()}/hooks/secret-part";

    public static async Task<ChatServer> StartAsync(Func<HttpContext, Task> answer)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var server = new ChatServer(builder.Build());
        server._app.Run(async context =>
        {
            using var reader = new StreamReader(context.Request.Body);
            var request = context.Request;
            server.Posts.Add(
                (await reader.ReadToEndAsync(), request.Headers["Idempotency-Key"].ToString(), request.ContentLength)
            );
            await answer(context);
        });
        await server._app.StartAsync();
        return server;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();
}
