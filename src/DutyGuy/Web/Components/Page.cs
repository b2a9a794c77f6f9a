using DutyGuy.Domain;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http.HttpResults;

namespace DutyGuy.Web.Components;

/// <summary>Answers that are pages.</summary>
static class Page
{
    /// <summary>A page; parameters by the names of the component's.</summary>
    public static IResult Of<T>(object parameters, int status = 200)
        where T : IComponent =>
        new RazorComponentResult<T>(parameters) { StatusCode = status, PreventStreamingRendering = true };

    /// <summary>A page with a form; a refused press answers with the refusal's status.</summary>
    public static async Task<IResult> Form<T>(HttpContext http, Caller caller, Refusal? refusal = null)
        where T : IComponent =>
        Of<T>(new { State = await FormState.Load(http, caller, refusal) }, refusal is null ? 200 : Status(refusal));

    /// <summary>404 with a way back.</summary>
    public static IResult NotFound(FrameModel frame, string text) =>
        Of<NotFoundPage>(new { Frame = frame, Text = text }, 404);

    /// <summary>The same where the frame is not loaded yet.</summary>
    public static async Task<IResult> NotFound(HttpContext http, Caller caller, string text) =>
        NotFound(await http.RequestServices.GetRequiredService<FrameLoader>().Load(http, caller), text);

    /// <summary>A page of a server without duties.</summary>
    public static IResult NeedsTeam(FrameModel frame, string current, string over) =>
        Of<NeedsTeamPage>(
            new
            {
                Frame = frame,
                Current = current,
                Over = over,
            }
        );

    /// <summary>After a press: back to the page, at the place that changed.</summary>
    public static IResult Back(string to) =>
        TypedResults.LocalRedirect(to.StartsWith('/') && !to.StartsWith("//", StringComparison.Ordinal) ? to : "/");

    /// <summary>The status of a refusal that is shown on a page.</summary>
    public static int Status(Refusal refusal) =>
        refusal.Kind switch
        {
            RefusalKind.NotFound => 404,
            RefusalKind.NotAllowed => 403,
            RefusalKind.Conflict => 409,
            _ => 400,
        };
}
