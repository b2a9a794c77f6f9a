using DutyGuy.Domain;

namespace DutyGuy.Web;

/// <summary>A list with its true total; <c>next</c> is the address of the following part.</summary>
public sealed record ListOf<T>(IReadOnlyList<T> Items, int Total, string? Next = null)
{
    public static ListOf<T> All(IReadOnlyList<T> items) => new(items, items.Count);

    /// <summary>This list as a part of a longer one, with the address of the following part.</summary>
    public ListOf<T> After(int skip, HttpRequest request) =>
        this with
        {
            Next = Items.Count > 0 && skip + Items.Count < Total ? request.Next("skip", skip + Items.Count) : null,
        };
}

/// <summary>Where the following part of a list is.</summary>
public static class Parts
{
    /// <summary>The same question with one word changed: from where on.</summary>
    public static string Next(this HttpRequest request, string word, long from)
    {
        var asked = request.Query.Where(q => !q.Key.Equals(word, StringComparison.OrdinalIgnoreCase));
        var all = asked.SelectMany(q => q.Value.Select(v => KeyValuePair.Create(q.Key, v)));
        return request.PathBase
            + request.Path
            + QueryString.Create(all.Append(KeyValuePair.Create(word, (string?)from.ToString())));
    }

    /// <summary>How many to leave out; a part before the first is the first.</summary>
    public static int From(int? skip) => Math.Clamp(skip ?? 0, 0, 1_000_000_000);
}

/// <summary>Outcomes as HTTP answers.</summary>
public static class Answers
{
    /// <summary>200 with the value, or the refusal as a problem.</summary>
    public static IResult ToResult<T>(this Outcome<T> outcome) =>
        outcome.Refusal is { } refusal ? refusal.ToProblem() : TypedResults.Json(outcome.Value, Words.Json);

    /// <summary>201 with the value, or the refusal as a problem.</summary>
    public static IResult ToCreated<T>(this Outcome<T> outcome, Func<T, string> address) =>
        outcome.Refusal is { } refusal
            ? refusal.ToProblem()
            : TypedResults.Created("/api/v1/" + address(outcome.Value!), outcome.Value);

    public static IResult ToProblem(this Refusal refusal)
    {
        var (status, title) = refusal.Kind switch
        {
            RefusalKind.NotFound => (404, "There is no such thing."),
            RefusalKind.NotAllowed => (403, "Not for you."),
            RefusalKind.Conflict => (409, "Not now."),
            _ => (400, "What was sent is wrong."),
        };
        var problem = new Microsoft.AspNetCore.Mvc.ProblemDetails
        {
            Status = status,
            Title = title,
            Detail = refusal.Detail,
            Type = "about:blank",
        };
        if (refusal.Field is { } field)
            problem.Extensions["errors"] = new Dictionary<string, string[]> { [field] = [refusal.Detail] };
        return TypedResults.Problem(problem);
    }
}
