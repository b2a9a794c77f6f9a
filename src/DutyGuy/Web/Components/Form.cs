using DutyGuy.Domain;
using Microsoft.AspNetCore.Http.HttpResults;
using NodaTime;
using NodaTime.Text;

namespace DutyGuy.Web.Components;

/// <summary>What pages' forms have in common: a press does what the API does, then the page comes back.</summary>
static class Form
{
    /// <summary>
    /// Back to the page with the new fact, which says the words once; a refusal is said with what was written and the way
    /// back.
    /// </summary>
    public static IResult Done(IResult answer, string to, string? words = null) =>
        answer is ProblemHttpResult problem ? new RefusedPress(problem.ProblemDetails, to)
        : words is null ? TypedResults.LocalRedirect(to)
        : new DoneThere(to, words);

    public static IResult Done<T>(Outcome<T> outcome, string to, string? words = null) =>
        Done(outcome.Refusal, to, words);

    public static IResult Done(Refusal? refusal, string to, string? words = null) =>
        Done(refusal?.ToProblem() ?? TypedResults.NoContent(), to, words);

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
