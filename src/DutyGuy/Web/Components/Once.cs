namespace DutyGuy.Web.Components;

/// <summary>The words around something that is shown once; answered as a page that nobody stores.</summary>
sealed record Once(string Current, string Over, string Headline, string Lead, string Label, string Secret, string Back)
{
    public async Task<IResult> Page(HttpContext http, Caller caller)
    {
        http.Response.Headers.CacheControl = "no-store";
        return Components.Page.Of<OncePage>(
            new
            {
                Frame = await http.RequestServices.GetRequiredService<FrameLoader>().Load(http, caller),
                Current,
                Over,
                Headline,
                Lead,
                Label,
                Secret,
                Back,
            },
            201
        );
    }
}
