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
