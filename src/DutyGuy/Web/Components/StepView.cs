namespace DutyGuy.Web.Components;

/// <summary>One step of a checklist as it is drawn.</summary>
/// <param name="Id">The step.</param>
/// <param name="Look">Done, now or to do.</param>
/// <param name="Text">What is to do.</param>
/// <param name="Kind">checks itself, runs, asks, asks once more, "7 min left".</param>
/// <param name="Note">What came of it.</param>
/// <param name="By">Who and when.</param>
public sealed record StepView(
    string Id,
    StepLook Look,
    string Text,
    string? Kind = null,
    string? Note = null,
    string? By = null
);

/// <summary>The three looks of a step.</summary>
public enum StepLook
{
    Done,
    Now,
    Todo,
}
