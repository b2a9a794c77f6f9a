using DutyGuy.Clockwork;
using DutyGuy.Domain;
using DutyGuy.Store;
using DutyGuy.Web;
using DutyGuy.Web.Components;
using NodaTime;
using NodaTime.Text;

namespace DutyGuy.Features.Rollouts;

/// <summary>The buttons of the rollout and performance pages; each does what the API does.</summary>
static class RolloutForms
{
    public static void Map(WebApplication app)
    {
        var forms = app.MapGroup("").Needs(Role.Engineer);
        forms.MapPost("/rollout", Ship);
        forms.MapPost("/rollout/decline", Decline);
        forms.MapPost("/rollouts/{id:long}/roll-back", RollBack);
        forms.MapPost("/rollouts/{id:long}/keep", Keep);
        forms.MapPost("/rollouts/{id:long}/reason", Explain);
        forms.MapPost("/rollouts/{id:long}/judgements", Judge);
        forms.MapPost("/holds", Hold);
        forms.MapPost("/holds/{id:long}/lift", Lift);
    }

    static async Task<IResult> Ship(HttpRequest request, Caller caller, RolloutActs acts, DutyStore store, IClock clock)
    {
        var form = await request.Fields();
        if (form.Text("watch") is null)
            return Form.Done(
                Refusal.Invalid("Tick that you stay and watch; then the button ships.").ToProblem(),
                "/rollout"
            );
        var press = new PressButton.Press(
            form.Text("confirm") ?? "",
            form.Text("overrideReason"),
            null,
            [.. form["looked"].OfType<string>()],
            NoWayBack(form)
        );
        return Form.Done(
            await PressButton.Post(form.Text("duty") ?? "", press, caller, acts, store, clock),
            "/rollout"
        );
    }

    /// <summary>Ticked without a word it counts as well.</summary>
    static string? NoWayBack(IFormCollection form) =>
        form.Text("back") switch
        {
            "yes" => null,
            "no" => form.Text("noWayBack") ?? "said before the press",
            _ => form.Text("noWayBack"),
        };

    static async Task<IResult> Decline(
        HttpRequest request,
        Caller caller,
        RolloutActs acts,
        DutyStore store,
        IClock clock
    )
    {
        var form = await request.Fields();
        var body = new PressButton.DeclineBody(form.Text("reason") ?? "");
        return Form.Done(
            await PressButton.Decline(form.Text("duty") ?? "", body, caller, acts, store, clock),
            "/rollout",
            "No rollout today. The authors are told why."
        );
    }

    static async Task<IResult> RollBack(long id, Caller caller, RolloutActs acts, DutyStore store, IClock clock) =>
        Form.Done(await PressButton.RollBack(id, null, caller, acts, store, clock), $"/rollouts/{id}");

    static async Task<IResult> Keep(long id, Caller caller, RolloutActs acts, DutyStore store, IClock clock) =>
        Form.Done(await PressButton.Keep(id, caller, acts, store, clock), $"/rollouts/{id}", "It stays, in your name.");

    static async Task<IResult> Explain(
        long id,
        HttpRequest request,
        Caller caller,
        RolloutActs acts,
        DutyStore store,
        IClock clock
    )
    {
        var body = new PressButton.ExplainBody((await request.Fields()).Text("reason") ?? "");
        return Form.Done(
            await PressButton.Explain(id, body, caller, acts, store, clock),
            $"/rollouts/{id}",
            "The reason is kept."
        );
    }

    static async Task<IResult> Judge(
        long id,
        HttpRequest request,
        Caller caller,
        DutyStore store,
        RolloutCommits commits,
        IClock clock
    )
    {
        var form = await request.Fields();
        var to = $"/performance?rollout={id}";
        if (!Enum.TryParse<JudgementWord>(form.Text("judgement"), ignoreCase: true, out var word))
            return Form.Done(Refusal.Invalid("Say real, noise or unsure.").ToProblem(), to);
        var body = new JudgeEndpoint.Body(form.Text("endpoint") ?? "", form.Text("metric"), word, form.Text("owner"));
        return Form.Done(await JudgeEndpoint.Post(id, body, caller, store, commits, clock), to);
    }

    /// <summary>The time is one of today in the zone of the page's duty.</summary>
    static async Task<IResult> Hold(
        HttpRequest request,
        HttpContext http,
        Caller caller,
        FrameLoader frames,
        DutyStore store,
        IClock clock
    )
    {
        var form = await request.Fields();
        var frame = await frames.Load(http, caller);
        var until = LocalTimePattern.CreateWithInvariantCulture("HH:mm").Parse(form.Text("until") ?? "");
        var end = until.Success ? frame.Zone.AtLeniently(frame.Today.At(until.Value)).ToInstant() : (Instant?)null;
        var body = new HoldEndpoints.SetBody(form.Text("why") ?? "", end, null);
        return Form.Done(await HoldEndpoints.Set(body, caller, store, clock), "/rollout", "Rollouts are held.");
    }

    static async Task<IResult> Lift(long id, HttpRequest request, Caller caller, DutyStore store, IClock clock)
    {
        var form = await request.Fields();
        var how = Enum.GetValues<Mended>().Where(m => Words.Of(m) == form.Text("how")).Cast<Mended?>().FirstOrDefault();
        var body = new HoldEndpoints.MendBody(how, form.Text("commit"), form.Text("text"));
        var words = how is null ? "The hold is lifted." : "It is kept what mended it. One more may go.";
        return Form.Done(await HoldEndpoints.Mend(id, body, caller, store, clock), "/rollout", words);
    }
}
