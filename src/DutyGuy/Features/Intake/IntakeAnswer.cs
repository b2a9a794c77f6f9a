using System.Globalization;
using System.Text.Json;

namespace DutyGuy.Features.Intake;

/// <summary>An answer in the words of Sentry's protocol.</summary>
sealed record IntakeAnswer(int Status, string? Id, string? Detail, int? RetryAfter = null)
{
    const int LongestHeader = 500;

    public static IntakeAnswer Good(string id) => new(200, id, null);

    public static IntakeAnswer Refused(int status, string why) => new(status, null, why);

    /// <summary>SDKs drop what they have and send nothing for these seconds.</summary>
    public static IntakeAnswer Later(int seconds, string why) => new(429, null, why, seconds);

    public static IntakeAnswer Unavailable() => new(503, null, "the database does not answer", 5);

    public Task Write(HttpResponse response)
    {
        response.StatusCode = Status;
        response.ContentType = "application/json";
        if (RetryAfter is { } seconds)
        {
            response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
            // Seconds, all categories, the whole project.
            response.Headers["X-Sentry-Rate-Limits"] = $"{seconds}::project";
        }
        if (Detail is not null)
            response.Headers["X-Sentry-Error"] = OneLine(Detail);
        return response.WriteAsync(
            Id is not null
                ? $$"""{"id":{{JsonSerializer.Serialize(Id)}}}"""
                : $$"""{"detail":{{JsonSerializer.Serialize(Detail)}}}"""
        );
    }

    static string OneLine(string text) => new([.. text.Take(LongestHeader).Select(c => c is < ' ' or > '~' ? ' ' : c)]);
}
