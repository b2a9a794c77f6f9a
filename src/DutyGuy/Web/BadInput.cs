using System.ComponentModel;
using System.Text.Json;
using DutyGuy.Domain;
using DutyGuy.Store;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http.Metadata;

namespace DutyGuy.Web;

/// <summary>What a sender gets when a request cannot be read, or when we broke: a sentence, never a stack trace.</summary>
static class BadInput
{
    public static void UseClearErrors(this WebApplication app) =>
        app.UseExceptionHandler(
            new ExceptionHandlerOptions
            {
                ExceptionHandler = Answer,
                SuppressDiagnosticsCallback = context => IsTold(context.Exception), // in the answer; no trace for us
            }
        );

    static bool IsTold(Exception error) =>
        error
            is BadHttpRequestException
                or Microsoft.AspNetCore.Antiforgery.AntiforgeryValidationException
                or UnreadablePlaybookException;

    static Task Answer(HttpContext context)
    {
        var error = context.Features.Get<IExceptionHandlerFeature>()?.Error;
        var answer = error switch
        {
            BadHttpRequestException { StatusCode: 413 } => Problem(413, "Too large.", "Send less at once."),
            BadHttpRequestException { StatusCode: 415 } => Problem(
                415,
                "Not in this form.",
                "Send JSON, with the header Content-Type: application/json."
            ),
            BadHttpRequestException bad => Refused(bad).ToProblem(),
            Microsoft.AspNetCore.Antiforgery.AntiforgeryValidationException => Refusal
                .Invalid("The form is too old or from elsewhere. Load the page again and press once more.")
                .ToProblem(),
            UnreadablePlaybookException broken => Refusal.Conflict(broken.Message).ToProblem(),
            not null when !IsKnown(context.Request.GetTypedHeaders().ContentType?.Charset.Value) => Problem(
                415,
                "Not in this form.",
                "Send the text as UTF-8."
            ),
            _ => Problem(500, "We made a mistake.", $"The server's log says more; look for {context.TraceIdentifier}."),
        };
        return answer.ExecuteAsync(context);
    }

    /// <summary>What the program's side of the addresses answers without a word of its own: no such route, not this method.</summary>
    public static void UseWordsForProblems(this WebApplication app) =>
        app.UseStatusCodePages(async pages =>
        {
            var (context, status) = (pages.HttpContext, pages.HttpContext.Response.StatusCode);
            if (!context.IsApi())
                return;
            if (status == 400 && Unread(context) is { } name)
            {
                await Refusal.Invalid($"“{name}” cannot be read.", name).ToProblem().ExecuteAsync(context);
                return;
            }
            var detail = status switch
            {
                404 => "There is no such address. /openapi/v1.json lists all.",
                405 => $"This address does not take {context.Request.Method}. /openapi/v1.json says what it takes.",
                415 => "Send JSON, with the header Content-Type: application/json.",
                _ => "What was sent is wrong. /openapi/v1.json says what is right.",
            };
            await Problem(status, "Not so.", detail).ExecuteAsync(context);
        });

    /// <summary>Of a number that may be left out and is none, the framework says nothing: the first of the address that does not fit.</summary>
    static string? Unread(HttpContext context) =>
        context
            .GetEndpoint()
            ?.Metadata.GetOrderedMetadata<IParameterBindingMetadata>()
            .Where(p => p.HasTryParse && context.Request.Query.ContainsKey(p.Name))
            .OrderBy(p =>
                TypeDescriptor
                    .GetConverter(p.ParameterInfo.ParameterType)
                    .IsValid(context.Request.Query[p.Name].ToString())
            )
            .Select(p => p.Name)
            .FirstOrDefault();

    static IResult Problem(int status, string title, string detail) =>
        TypedResults.Problem(statusCode: status, title: title, detail: detail, type: "about:blank");

    static bool IsKnown(string? charset) =>
        charset is null
        || Array.Exists(
            System.Text.Encoding.GetEncodings(),
            e => e.Name.Equals(charset.Trim('"'), StringComparison.OrdinalIgnoreCase)
        );

    static Refusal Refused(BadHttpRequestException bad) =>
        bad.InnerException is JsonException json ? Refused(json)
        : bad.Message.Split('"') is [var what, var parameter, ..]
            ? Refusal.Invalid(Sentence(what, parameter, bad.Message), parameter.Split(' ')[^1])
        : Refusal.Invalid(bad.Message);

    /// <summary>The framework speaks of its parameters: <c>Failed to bind parameter "Nullable&lt;int&gt; skip" from "x".</c></summary>
    static string Sentence(string what, string parameter, string message)
    {
        var name = parameter.Split(' ')[^1];
        if (what.StartsWith("Failed to bind", StringComparison.Ordinal))
            return $"“{name}” cannot be read.";
        return message.Contains("body", StringComparison.Ordinal)
            ? "The body is missing. Send JSON."
            : $"Missing: {name}.";
    }

    /// <summary>What is wrong with a text that is no JSON of ours, and in which field.</summary>
    public static Refusal Refused(JsonException json)
    {
        const string unmapped = "The JSON property '";
        const string missing = "missing required properties including: ";
        var text = json.Message;
        if (text.StartsWith(unmapped, StringComparison.Ordinal))
        {
            var unknown = text[unmapped.Length..].Split('\'')[0];
            return Refusal.Invalid($"“{unknown}” is not a field here.", unknown);
        }
        if (text.Split(missing) is [_, var names])
        {
            var all = names.Split(". Path")[0].TrimEnd('.').Replace("'", "", StringComparison.Ordinal);
            return Refusal.Invalid($"Missing: {all}.", all.Split(',')[0]);
        }
        var field = json.Path is { } path && path.StartsWith("$.", StringComparison.Ordinal) ? path[2..] : null;
        var place = field is null ? "" : $"“{field}”: ";
        return Refusal.Invalid($"{place}cannot be read. {text.Split(" Path:")[0]}", field);
    }
}
