using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Text;

namespace DutyGuy.Adapters.Webhooks;

/// <summary>How the server asks others by HTTP.</summary>
public static class OutgoingHttp
{
    /// <summary>
    /// Asks what it may (<see cref="AllowedAddress"/>). It follows no redirect, which would lead past the check of the
    /// address, as would a proxy of the machine; who uses it sets the limit of time.
    /// </summary>
    public static HttpClient Client() => Client(AllowedAddress.ConnectAsync);

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

    /// <summary>User and password, parted by a colon.</summary>
    internal static AuthenticationHeaderValue Basic(string userAndPassword) =>
        new("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes(userAndPassword)));

    /// <summary>Why nobody answered. The outer message may hold the address; the kind of error does not.</summary>
    internal static string Cause(Exception e) =>
        e.InnerException is SocketException socket ? socket.SocketErrorCode.ToString()
        : e is HttpRequestException http ? http.HttpRequestError.ToString()
        : "the answer was cut off";
}
