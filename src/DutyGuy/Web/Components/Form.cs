using DutyGuy.Domain;
using Microsoft.AspNetCore.Http.HttpResults;
using NodaTime;
using NodaTime.Text;

namespace DutyGuy.Web.Components;

/// <summary>What pages' forms have in common: a press does what the API does, then the page comes back.</summary>
static class Form
{
    /// <summary>Back to the page with the new fact; a refusal is said with the way back.</summary>
    public static IResult Done(IResult answer, string to) =>
        answer is ProblemHttpResult problem
            ? SentencePage.Answer(problem.StatusCode, "Nothing was done", problem.ProblemDetails.Detail ?? "", to)
            : TypedResults.LocalRedirect(to);

    public static IResult Done<T>(Outcome<T> outcome, string to) =>
        outcome.Refusal is { } refusal ? Done(refusal.ToProblem(), to) : TypedResults.LocalRedirect(to);

    public static IResult Done(Refusal? refusal, string to) =>
        refusal is null ? TypedResults.LocalRedirect(to) : Done(refusal.ToProblem(), to);

    public static string? Text(this IFormCollection form, string name) =>
        form[name].ToString().Trim() is { Length: > 0 } text ? text : null;

    /// <summary>A role by its word, such as "process owner".</summary>
    public static Role? Role(this IFormCollection form, string name) =>
        Enum.GetValues<Role>()
            .Where(role => Words.Of(role) == form.Text(name))
            .Select(role => (Role?)role)
            .FirstOrDefault();

    public static LocalDate? Date(this IFormCollection form, string name) =>
        LocalDatePattern.Iso.Parse(form[name].ToString()) is { Success: true } date ? date.Value : null;
}
