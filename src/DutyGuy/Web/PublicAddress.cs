using DutyGuy.Commands;

namespace DutyGuy.Web;

/// <summary>The address of this server in links that leave it: the setting, else what the caller used.</summary>
public sealed record PublicAddress(Uri Root)
{
    public static PublicAddress Of(HttpRequest request, ServeSettings settings) =>
        new(new Uri(settings.PublicAddress ?? $"{request.Scheme}://{request.Host}"));

    /// <summary>The whole address of a page, for instance <c>/triage/7</c>.</summary>
    public string To(string path) => Root.AbsoluteUri.TrimEnd('/') + path;
}
