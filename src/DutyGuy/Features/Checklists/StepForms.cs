using DutyGuy.Domain;
using DutyGuy.Store;
using DutyGuy.Web;
using DutyGuy.Web.Components;
using NodaTime;

namespace DutyGuy.Features.Checklists;

/// <summary>The buttons of a step on the pages.</summary>
static class StepForms
{
    public static void Map(WebApplication app) =>
        app.MapPost("/checklist-runs/{id:long}/steps/{step}", Press).Needs(Role.Engineer);

    static async Task<IResult> Press(
        long id,
        string step,
        HttpRequest request,
        Caller caller,
        DutyStore store,
        ConnectedActions connected,
        Clockwork.StepActions actions,
        IClock clock
    )
    {
        var form = await request.Fields();
        if (!Enum.TryParse<StepVerb>(form.Text("do"), ignoreCase: true, out var verb))
            return Form.Done(Refusal.Invalid("Press one of the buttons of the step.").ToProblem(), "/");
        var press = new StepPressed(verb, form.Text("answer"), form.Text("reason"), form.Text("confirm"));
        var now = clock.GetCurrentInstant();
        var done = await store.Change(db => PressStep.Apply(db, id, step, press, caller, connected, actions, now));
        return Form.Done(done, form.Text("back") == "/rollout" ? "/rollout" : $"/#step-{step}");
    }
}
