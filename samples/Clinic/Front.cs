namespace Clinic;

/// <summary>A door that stays open: every request goes to the instance that the target file names.</summary>
public static class Front
{
    private static readonly string[] _ownHeaders = ["Connection", "Host", "Keep-Alive", "Transfer-Encoding", "Upgrade"];

    public static int Run(string url, string targetFile)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls(url);
        builder.Logging.SetMinimumLevel(LogLevel.Warning);
        var app = builder.Build();
        using var handler = new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseCookies = false,
            UseProxy = false,
        };
        using var client = new HttpMessageInvoker(handler);
        app.Run(context => Forward(context, client, targetFile));
        app.Run();
        return 0;
    }

    /// <summary>The address of the instance and the path and query that were asked.</summary>
    public static Uri Target(string instance, string pathAndQuery) => new(instance.Trim().TrimEnd('/') + pathAndQuery);

    private static async Task Forward(HttpContext context, HttpMessageInvoker client, string targetFile)
    {
        try
        {
            using var request = Request(context.Request, await File.ReadAllTextAsync(targetFile));
            using var response = await client.SendAsync(request, context.RequestAborted);
            context.Response.StatusCode = (int)response.StatusCode;
            foreach (var (name, values) in response.Headers.Concat(response.Content.Headers).Where(Passes))
                context.Response.Headers[name] = values.ToArray();
            await response.Content.CopyToAsync(context.Response.Body, context.RequestAborted);
        }
        catch (Exception e) when (e is HttpRequestException or IOException && !context.Response.HasStarted)
        {
            context.Response.StatusCode = StatusCodes.Status502BadGateway;
        }
        catch (OperationCanceledException)
        {
            // the visitor has gone
        }
    }

    private static HttpRequestMessage Request(HttpRequest asked, string instance)
    {
        var target = Target(instance, asked.Path.ToUriComponent() + asked.QueryString);
        var request = new HttpRequestMessage(new HttpMethod(asked.Method), target);
        if (asked.ContentLength > 0 || asked.Headers.TransferEncoding.Count > 0)
            request.Content = new StreamContent(asked.Body);
        foreach (var (name, values) in asked.Headers)
        {
            if (!_ownHeaders.Contains(name, StringComparer.OrdinalIgnoreCase))
            {
                if (!request.Headers.TryAddWithoutValidation(name, values.ToArray()))
                    request.Content?.Headers.TryAddWithoutValidation(name, values.ToArray());
            }
        }
        return request;
    }

    private static bool Passes(KeyValuePair<string, IEnumerable<string>> header) =>
        !_ownHeaders.Contains(header.Key, StringComparer.OrdinalIgnoreCase);
}
