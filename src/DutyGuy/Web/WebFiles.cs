using System.IO.Compression;
using System.Reflection;
using System.Security.Cryptography;
using Microsoft.Net.Http.Headers;

namespace DutyGuy.Web;

/// <summary>Style sheets and scripts: part of the program, compressed once, with an address that changes with them.</summary>
static class WebFiles
{
    const string Folder = "assets/";

    static readonly Dictionary<string, Asset> All = typeof(WebFiles)
        .Assembly.GetManifestResourceNames()
        .Where(name => name.StartsWith(Folder, StringComparison.Ordinal))
        .ToDictionary(name => name[Folder.Length..], Read, StringComparer.Ordinal);

    /// <summary>The address of an asset, to be kept for ever.</summary>
    public static string Url(string name) => $"/{Folder}{name}?v={All[name].Version}";

    public static void Map(WebApplication app) => app.MapGet("/" + Folder + "{name}", Send).AllowAnonymous();

    static IResult Send(string name, HttpContext http)
    {
        if (!All.TryGetValue(name, out var asset))
            return TypedResults.NotFound();
        var headers = http.Response.GetTypedHeaders();
        headers.CacheControl = new CacheControlHeaderValue { Public = true, MaxAge = TimeSpan.FromDays(365) };
        headers.CacheControl.Extensions.Add(new NameValueHeaderValue("immutable"));
        http.Response.Headers.Vary = "Accept-Encoding";
        var brotli = http.Request.Headers.AcceptEncoding.ToString().Contains("br", StringComparison.Ordinal);
        if (brotli)
            http.Response.Headers.ContentEncoding = "br";
        return TypedResults.Bytes(brotli ? asset.Compressed : asset.Plain, asset.Type);
    }

    static Asset Read(string resource)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(resource)!;
        var plain = new byte[stream.Length];
        stream.ReadExactly(plain);
        var version = Convert.ToHexStringLower(SHA256.HashData(plain))[..10];
        return new(plain, Compress(plain), TypeOf(Path.GetExtension(resource)), version);
    }

    static byte[] Compress(byte[] plain)
    {
        using var packed = new MemoryStream();
        using (var brotli = new BrotliStream(packed, CompressionLevel.SmallestSize))
            brotli.Write(plain);
        return packed.ToArray();
    }

    static string TypeOf(string extension) =>
        extension switch
        {
            ".css" => "text/css; charset=utf-8",
            ".js" => "text/javascript; charset=utf-8",
            _ => "image/svg+xml",
        };

    sealed record Asset(byte[] Plain, byte[] Compressed, string Type, string Version);
}
