using System.Net;
using System.Net.Sockets;

namespace DutyGuy.Adapters.Webhooks;

/// <summary>Where outgoing requests may go: anywhere, also into the own network, but to no cloud's metadata.</summary>
public static class AllowedAddress
{
    private static readonly IPNetwork[] Refused =
    [
        IPNetwork.Parse("169.254.0.0/16"),
        IPNetwork.Parse("100.100.100.200/32"),
        IPNetwork.Parse("168.63.129.16/32"),
        IPNetwork.Parse("192.0.0.192/32"),
        IPNetwork.Parse("fe80::/10"),
        IPNetwork.Parse("fd00:ec2::254/128"),
        IPNetwork.Parse("0.0.0.0/8"),
    ];

    /// <summary>Whether an address may be connected to.</summary>
    public static bool Allows(IPAddress address)
    {
        var plain = address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
        return !Refused.Any(network => network.Contains(plain));
    }

    /// <summary>
    /// Asks what it may. It follows no redirect, which would lead past the check of the address, as would a proxy of the
    /// machine; who uses it sets the limit of time.
    /// </summary>
    public static HttpClient Client() => Client(ConnectAsync);

    /// <summary>The same with another way to connect.</summary>
    internal static HttpClient Client(
        Func<SocketsHttpConnectionContext, CancellationToken, ValueTask<Stream>> connect
    ) =>
        new(
            new SocketsHttpHandler
            {
                AllowAutoRedirect = false,
                UseProxy = false,
                UseCookies = false,
                ConnectCallback = connect,
                PooledConnectionLifetime = TimeSpan.FromMinutes(5),
            }
        )
        {
            Timeout = Timeout.InfiniteTimeSpan,
        };

    /// <summary>Connects only to allowed addresses of a host: what its name means is looked up once and used as checked.</summary>
    internal static ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext context, CancellationToken cancel) =>
        ConnectAsync(context, Allows, cancel);

    /// <summary>The same for addresses that something stricter allows.</summary>
    internal static async ValueTask<Stream> ConnectAsync(
        SocketsHttpConnectionContext context,
        Func<IPAddress, bool> allows,
        CancellationToken cancel
    )
    {
        var end = context.DnsEndPoint;
        var addresses = (await Dns.GetHostAddressesAsync(end.Host, cancel)).Where(allows).ToArray();
        if (addresses.Length == 0)
            throw new RefusedAddressException();
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(addresses, end.Port, cancel);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}

internal sealed class RefusedAddressException : Exception;
