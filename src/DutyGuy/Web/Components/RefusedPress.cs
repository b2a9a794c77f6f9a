using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace DutyGuy.Web.Components;

/// <summary>A press that was refused: why, and what was written, to be sent again.</summary>
sealed class RefusedPress(ProblemDetails problem, string onward) : IResult
{
    string? WrongField =>
        problem.Extensions.TryGetValue("errors", out var errors)
            ? (errors as IDictionary<string, string[]>)?.Keys.FirstOrDefault()
            : null;

    public async Task ExecuteAsync(HttpContext http)
    {
        var sent = await http.Request.Fields();
        var page = new RazorComponentResult<RefusedPage>(
            new
            {
                Why = problem.Detail ?? "",
                Action = http.Request.Path.Value ?? "/",
                Sent = sent.Where(f => f.Key != "__RequestVerificationToken")
                    .Select(f => new SentField(f.Key, f.Value.ToString()))
                    .ToList(),
                WrongField = WrongField,
                Onward = onward,
            }
        )
        {
            StatusCode = problem.Status,
        };
        await page.ExecuteAsync(http);
    }
}

/// <summary>A field as it was sent; with a label when a person wrote it.</summary>
public sealed record SentField(string Name, string Value)
{
    static readonly Dictionary<string, string> Labels = new(StringComparer.Ordinal)
    {
        ["answer"] = "What goes into the log?",
        ["commit"] = "In which commit of main?",
        ["from"] = "From",
        ["noWayBack"] = "Why is there no way back?",
        ["odd"] = "What was odd?",
        ["overrideReason"] = "Reason",
        ["people"] = "Who takes part?",
        ["reason"] = "Why?",
        ["text"] = "What did you find?",
        ["to"] = "To, the last day",
        ["tomorrow"] = "What should the next person know tomorrow?",
        ["until"] = "Until",
        ["who"] = "Who then?",
        ["why"] = "Why?",
    };

    static readonly HashSet<string> AnswerButtons = new(StringComparer.OrdinalIgnoreCase)
    {
        "yes",
        "no",
        "judged",
        "taken",
        "later",
        "not me",
    };

    /// <summary>Null for what a button carried.</summary>
    public string? Label => Name == "answer" && AnswerButtons.Contains(Value) ? null : Labels.GetValueOrDefault(Name);

    /// <summary>Dates and times are picked, all else is written.</summary>
    public string? Type =>
        Name switch
        {
            "from" or "to" => "date",
            "until" => "time",
            _ => null,
        };
}
