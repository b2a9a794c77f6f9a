namespace DutyGuy.Web.Components;

/// <summary>One sentence that the page after a press says once: it travels in a cookie of one minute.</summary>
static class DoneWords
{
    const string Cookie = "duty-done";

    public static void Put(HttpContext http, string words) =>
        http.Response.Cookies.Append(
            Cookie,
            Uri.EscapeDataString(words),
            new CookieOptions
            {
                HttpOnly = true,
                SameSite = SameSiteMode.Lax,
                Secure = http.Request.IsHttps,
                MaxAge = TimeSpan.FromMinutes(1),
            }
        );

    public static string? Take(HttpContext http)
    {
        if (!HttpMethods.IsGet(http.Request.Method) || http.Request.Cookies[Cookie] is not { Length: > 0 } words)
            return null;
        http.Response.Cookies.Delete(Cookie);
        return Uri.UnescapeDataString(words);
    }
}

/// <summary>Back to a page, which then says what was done.</summary>
sealed class DoneThere(string to, string words) : IResult
{
    public Task ExecuteAsync(HttpContext http)
    {
        DoneWords.Put(http, words);
        return TypedResults.LocalRedirect(to).ExecuteAsync(http);
    }
}
