using System.Net;
using System.Net.Http.Json;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text;
using DutyGuy.Web;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using Xunit;

namespace DutyGuy.Tests.Access;

public class Safekeeping
{
    [Fact]
    public void A_sealed_text_opens_with_its_key_alone_and_only_unchanged()
    {
        var box = new SecretBox(Encoding.UTF8.GetBytes("one master key"));
        var text = box.Seal("the password");
        box.Open(text).ShouldBe("the password");
        box.Seal("the password").ShouldNotBe(text);
        Should.Throw<CryptographicException>(() => new SecretBox(Encoding.UTF8.GetBytes("another")).Open(text));
        var changed = Convert.FromBase64String(text);
        changed[^1] ^= 1;
        Should.Throw<CryptographicException>(() => box.Open(Convert.ToBase64String(changed)));
    }

    [Fact]
    public async Task The_master_key_lies_beside_the_database_for_its_owner_alone_and_session_keys_are_sealed()
    {
        await using var server = await AccessServer.Start();
        await server.Person("mel");
        if (!OperatingSystem.IsWindows())
            File.GetUnixFileMode(server.DatabaseFile + ".key").ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite);
        var keys = await server.Store.Read(db => db.DataProtectionKeys.ToListAsync());
        keys.ShouldNotBeEmpty();
        foreach (var key in keys)
        {
            key.Xml.ShouldNotBeNull().ShouldContain("KeyOpener");
            key.Xml.ShouldNotContain("<masterKey");
        }
    }

    [Fact]
    public async Task The_secret_of_a_connection_is_never_given_back()
    {
        await using var server = await AccessServer.Start();
        using var program = server.Program();
        var made = await program.Post("connections", Mail(25, "open sesame"));
        made.ToJsonString().ShouldNotContain("sesame");
        made["secrets"]![0]!.GetValue<string>().ShouldBe("password");
        (await program.Get("connections")).ToJsonString().ShouldNotContain("sesame");
        var row = await server.Store.Read(db => db.Connections.SingleAsync());
        row.Secrets["password"].ShouldNotContain("sesame");
        using var put = await program.PutAsJsonAsync($"/api/v1/connections/{made["id"]}", Mail(26, null));
        put.EnsureSuccessStatusCode();
        (await server.Store.Read(db => db.Connections.SingleAsync())).Secrets.Keys.ShouldContain("password");
    }

    [Fact]
    public async Task A_connection_with_a_missing_or_unknown_setting_is_refused()
    {
        await using var server = await AccessServer.Start();
        using var program = server.Program();
        var gap = await program.Post(
            "connections",
            new
            {
                kind = "mail",
                name = "m",
                settings = new { host = "h" },
            },
            400
        );
        gap["detail"]!.GetValue<string>().ShouldBe("The setting “from” is missing.");
        var odd = await program.Post(
            "connections",
            new
            {
                kind = "webhook",
                name = "w",
                settings = new { uri = "h" },
            },
            400
        );
        odd["detail"]!.GetValue<string>().ShouldBe("“uri” is not a setting here. Known: url, secret.");
        await program.Post(
            "connections",
            new
            {
                kind = "webhook",
                name = "w",
                settings = new { url = "file:///etc" },
            },
            400
        );
        await program.Post(
            "connections",
            new
            {
                kind = "fax",
                name = "w",
                settings = new { },
            },
            400
        );
    }

    [Fact]
    public async Task The_test_button_tells_a_mail_server_that_greets_from_one_that_is_not_there()
    {
        await using var server = await AccessServer.Start();
        using var program = server.Program();
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var port = ((IPEndPoint)listener.LocalEndpoint).Port;
        var made = await program.Post("connections", Mail(port, null));
        var greeting = Greet(listener);
        var good = await program.Post($"connections/{made["id"]}/test", null, 200);
        await greeting;
        good["lastFailure"].ShouldBeNull();
        good["lastSuccess"]!.GetValue<string>().ShouldBe("2026-11-23T08:00:00Z");
        listener.Stop();
        var bad = await program.Post($"connections/{made["id"]}/test", null, 200);
        bad["lastFailure"]!.GetValue<string>().ShouldNotBeEmpty();
        bad["lastSuccess"]!.GetValue<string>().ShouldBe("2026-11-23T08:00:00Z");
    }

    [Fact]
    public async Task The_test_button_of_a_webhook_says_what_the_address_answers()
    {
        await using var server = await AccessServer.Start();
        using var program = server.Program();
        var url = new Uri(server.Root, "/api/v1/people").ToString();
        var made = await program.Post(
            "connections",
            new
            {
                kind = "webhook",
                name = "w",
                settings = new { url, secret = "s" },
            }
        );
        var tried = await program.Post($"connections/{made["id"]}/test", null, 200);
        tried["lastFailure"]!.GetValue<string>().ShouldBe("The address answers 401.");
    }

    static async Task Greet(TcpListener listener)
    {
        using var line = await listener.AcceptTcpClientAsync();
        await line.GetStream().WriteAsync("220 mail ready\r\n"u8.ToArray());
    }

    static object Mail(int port, string? password)
    {
        var settings = new Dictionary<string, string>
        {
            ["host"] = "127.0.0.1",
            ["from"] = "duty@clinic.example",
            ["port"] = $"{port}",
        };
        if (password is not null)
            settings["password"] = password;
        return new
        {
            kind = "mail",
            name = "our mail",
            settings,
        };
    }
}
