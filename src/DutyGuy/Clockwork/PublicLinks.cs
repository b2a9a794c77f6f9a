using DutyGuy.Commands;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace DutyGuy.Clockwork;

/// <summary>Makes links that work outside: one setting, the public address, else the address listened on.</summary>
public sealed class PublicLinks(ServeSettings settings, IServer server)
{
    /// <summary>The whole address of a page of ours; null stays null.</summary>
    public string? Absolute(string? link) => link is null || !link.StartsWith('/') ? link : Address.TrimEnd('/') + link;

    string Address =>
        settings.PublicAddress
        ?? server.Features.Get<IServerAddressesFeature>()?.Addresses.FirstOrDefault()
        ?? settings.Urls.Split(';')[0];
}
