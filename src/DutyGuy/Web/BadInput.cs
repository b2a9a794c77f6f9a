using System.Text.Json;
using DutyGuy.Domain;
using Microsoft.AspNetCore.Diagnostics;

namespace DutyGuy.Web;

/// <summary>What a sender gets when a request cannot be read, or when we broke: a sentence, never a stack trace.</summary>
static class BadInput
{
    public static void UseClearErrors(this WebApplication app) =>
        app.UseExceptionHandler(
            new ExceptionHandlerOptions
            {
                ExceptionHandler = Answer,
                SuppressDiagnosticsCallback = context => IsSenders(context.Exception), // the sender is told; no trace for us
            }
        );

    static bool IsSenders(Exception error) =>
        error is BadHttpRequestException or Microsoft.AspNetCore.Antiforgery.AntiforgeryValidationException;

    static Task Answer(HttpContext context)
    {
        var error = context.Features.Get<IExceptionHandlerFeature>()?.Error;
        var answer = error switch
        {
            BadHttpRequestException bad => bad.StatusCode == 413
                ? TooLarge()
                : Refusal.Invalid(Sentence(bad)).ToProblem(),
            Microsoft.AspNetCore.Antiforgery.AntiforgeryValidationException => Refusal
                .Invalid("The form is too old or from elsewhere. Load the page again and press once more.")
                .ToProblem(),
            _ => TypedResults.Problem(
                statusCode: 500,
                title: "We made a mistake.",
                detail: $"The server's log says more; look for {context.TraceIdentifier}."
            ),
        };
        return answer.ExecuteAsync(context);
    }

    static IResult TooLarge() =>
        TypedResults.Problem(statusCode: 413, title: "Too large.", detail: "Send less at once.");

    static string Sentence(BadHttpRequestException bad) =>
        bad.InnerException is JsonException json ? Sentence(json) : bad.Message;

    /// <summary>What is wrong with a text that is no JSON of ours.</summary>
    public static string Sentence(JsonException json)
    {
        var place = json.Path is { Length: > 2 } path ? $"“{path[2..]}”: " : "";
        var text = json.Message;
        const string unmapped = "The JSON property '";
        if (text.StartsWith(unmapped, StringComparison.Ordinal))
            return $"“{text[unmapped.Length..].Split('\'')[0]}” is not a field here.";
        const string missing = "missing required properties including: ";
        if (text.Split(missing) is [_, var names])
            return $"Missing: {names.Split(". Path")[0].TrimEnd('.').Replace("'", "", StringComparison.Ordinal)}.";
        return $"{place}cannot be read. {text.Split(" Path:")[0]}";
    }
}
