using DutyGuy.Domain;

namespace DutyGuy.Web.Components;

/// <summary>A form's page: its frame, what is kept now, and after a press that kept nothing what was sent, and why it was refused.</summary>
public sealed record FormState(
    FrameModel Frame,
    Refusal? Refusal = null,
    IFormCollection? Sent = null,
    IReadOnlyDictionary<string, string?>? Kept = null
)
{
    /// <summary>The form as it was sent, or with what is kept.</summary>
    public static async Task<FormState> Load(
        HttpContext http,
        Caller caller,
        Refusal? refusal = null,
        IReadOnlyDictionary<string, string?>? kept = null
    ) =>
        new(
            await http.RequestServices.GetRequiredService<FrameLoader>().Load(http, caller),
            refusal,
            HttpMethods.IsPost(http.Request.Method) ? await http.Request.Fields() : null,
            kept
        );

    /// <summary>What was written into a field.</summary>
    public string? Value(string field) => Sent is null ? Kept?.GetValueOrDefault(field) : Sent[field];

    /// <summary>What is wrong with a field.</summary>
    public string? Wrong(string field) => Refusal?.Field == field ? Refusal.Detail : null;
}
