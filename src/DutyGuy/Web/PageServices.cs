using DutyGuy.Web.Components;
using Microsoft.AspNetCore.ResponseCompression;

namespace DutyGuy.Web;

/// <summary>What pages need of the server.</summary>
static class PageServices
{
    public static void AddPages(this IServiceCollection services)
    {
        // Forms carry a token that differs in every answer, so that compression tells nobody about it.
        services.AddResponseCompression(compression =>
        {
            compression.EnableForHttps = true;
            compression.Providers.Add<BrotliCompressionProvider>();
            compression.Providers.Add<GzipCompressionProvider>();
        });
        services.AddScoped<FrameLoader>();
    }
}
