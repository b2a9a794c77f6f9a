using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;
using DutyGuy.Clockwork;
using DutyGuy.Commands;
using DutyGuy.Store;
using DutyGuy.Tests.Harness;
using DutyGuy.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Shouldly;

namespace DutyGuy.Tests.Access;

/// <summary>The real server in this process, on a free port, with a new SQLite file.</summary>
sealed class AccessServer : IAsyncDisposable
{
    public const string Bootstrap = "the-bootstrap-token-of-tests";
    readonly string folder;
    readonly WebApplication app;

    AccessServer(string folder, WebApplication app) => (this.folder, this.app) = (folder, app);

    public IServiceProvider Services => app.Services;
    public DutyStore Store => Services.GetRequiredService<DutyStore>();
    public DutyClock Clock => Services.GetRequiredService<DutyClock>();
    public string DatabaseFile => Path.Combine(folder, "duty.db");
    public Uri Root => new(app.Urls.First());

    public static Task<AccessServer> Start(string? token = Bootstrap) =>
        StartIn(Directory.CreateTempSubdirectory("duty-access-").FullName, token);

    /// <summary>A second server on the same database.</summary>
    public Task<AccessServer> StartAnother() => StartIn(folder, null);

    static async Task<AccessServer> StartIn(string folder, string? token)
    {
        var settings = ServeSettings.Read(
            folder,
            new Dictionary<string, string?>
            {
                ["urls"] = "http://127.0.0.1:0",
                ["database"] = $"Data Source={Path.Combine(folder, "duty.db")};Pooling=false",
                ["folder"] = folder,
                ["test-clock"] = "true",
                ["bootstrap_token"] = token,
            }
        );
        var server = DutyServer.Build(settings);
        server.Services.GetRequiredService<DutyClock>().TrySet(Instant.FromUtc(2026, 11, 23, 8, 0));
        await server.StartAsync();
        return new AccessServer(folder, server);
    }

    /// <summary>A program with this token; without, nobody.</summary>
    public HttpClient Program(string? token = Bootstrap)
    {
        var client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false })
        {
            BaseAddress = Root,
        };
        if (token is not null)
            client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return client;
    }

    public Browser Browser() => new(Root);

    public async Task<string> Token(string role, string? person = null)
    {
        using var program = Program();
        var made = await program.Post(
            "tokens",
            new
            {
                name = $"{person} {role}",
                role,
                person,
            }
        );
        return made["token"]!.GetValue<string>();
    }

    public async Task<string> Invitation(string handle)
    {
        using var program = Program();
        var made = await program.Post($"people/{handle}/invitation", null);
        return new Uri(made["address"]!.GetValue<string>()).PathAndQuery;
    }

    /// <summary>Adds a person with a password.</summary>
    public async Task Person(string handle, string role = "engineer")
    {
        using var program = Program();
        await program.Post("people", new { handle, role });
        using var browser = Browser();
        (await browser.Submit(await Invitation(handle), new() { ["password"] = PasswordOf(handle) })).Status.ShouldBe(
            302
        );
    }

    public static string PasswordOf(string handle) => $"{handle} has a long password";

    public async ValueTask DisposeAsync()
    {
        await app.StopAsync(); // so that the passes end before the folder goes
        await app.DisposeAsync();
        await Folders.Delete(folder);
    }
}

static class ProgramCalls
{
    public static async Task<JsonNode> Post(this HttpClient program, string path, object? body, int status = 201)
    {
        using var answer = await program.PostAsJsonAsync("/api/v1/" + path, body);
        return await Read(answer, path, status);
    }

    public static async Task<JsonNode> PostCsv(this HttpClient program, string path, string csv, int status = 200)
    {
        using var answer = await program.PostAsync(
            "/api/v1/" + path,
            new StringContent(csv, Encoding.UTF8, "text/csv")
        );
        return await Read(answer, path, status);
    }

    public static async Task<JsonNode> Patch(this HttpClient program, string path, object body, int status = 200)
    {
        using var answer = await program.PatchAsJsonAsync("/api/v1/" + path, body);
        return await Read(answer, path, status);
    }

    public static async Task<JsonNode> Get(this HttpClient program, string path, int status = 200)
    {
        using var answer = await program.GetAsync("/api/v1/" + path);
        return await Read(answer, path, status);
    }

    public static async Task<JsonNode> Delete(this HttpClient program, string path, int status = 204)
    {
        using var answer = await program.DeleteAsync("/api/v1/" + path);
        return await Read(answer, path, status);
    }

    static async Task<JsonNode> Read(HttpResponseMessage answer, string path, int status)
    {
        var text = await answer.Content.ReadAsStringAsync();
        ((int)answer.StatusCode).ShouldBe(status, $"{path}: {text}");
        return text.Length == 0 ? new JsonObject() : JsonNode.Parse(text)!;
    }
}
