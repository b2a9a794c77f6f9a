using System.Globalization;
using System.Net.Security;
using System.Net.Sockets;

namespace DutyGuy.Features.Connections;

/// <summary>Is there a mail server that greets? (The mail sender replaces this by a signed-in try.)</summary>
static class MailTest
{
    const int TlsFromTheStart = 465;

    public static async Task<string?> Try(IReadOnlyDictionary<string, string> settings, CancellationToken stop)
    {
        var port = int.Parse(settings.GetValueOrDefault("port", "25"), CultureInfo.InvariantCulture);
        using var line = new TcpClient();
        await line.ConnectAsync(settings["host"], port, stop);
        await using var stream = port == TlsFromTheStart ? await Tls(line, settings["host"], stop) : line.GetStream();
        using var reader = new StreamReader(stream);
        var greeting = await reader.ReadLineAsync(stop) ?? "";
        return greeting.StartsWith("220", StringComparison.Ordinal)
            ? null
            : $"{settings["host"]}:{port} answers “{greeting}”, which is no mail server's greeting.";
    }

    static async Task<Stream> Tls(TcpClient line, string host, CancellationToken stop)
    {
        var tls = new SslStream(line.GetStream());
        await tls.AuthenticateAsClientAsync(new SslClientAuthenticationOptions { TargetHost = host }, stop);
        return tls;
    }
}
