namespace DutyGuy.Web;

/// <summary>Headers that make a browser deny by default.</summary>
static class SecurityHeaders
{
    const string Policy =
        "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:; connect-src 'self'; "
        + "form-action 'self'; base-uri 'none'; frame-ancestors ";

    public static void UseSecurityHeaders(this WebApplication app, string wallFrames) =>
        app.Use(
            (context, next) =>
            {
                var headers = context.Response.Headers;
                var frames = context.Request.Path.StartsWithSegments("/wall", StringComparison.Ordinal)
                    ? wallFrames
                    : "'none'";
                headers.ContentSecurityPolicy = Policy + frames;
                headers.XContentTypeOptions = "nosniff";
                headers["Referrer-Policy"] = "same-origin";
                headers["Cross-Origin-Opener-Policy"] = "same-origin";
                if (frames == "'none'")
                    headers.XFrameOptions = "DENY";
                return next();
            }
        );
}
