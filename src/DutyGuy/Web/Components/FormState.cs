using DutyGuy.Domain;

namespace DutyGuy.Web.Components;

/// <summary>A form's page: its frame, and after a refused press what was sent and why it was refused.</summary>
public sealed record FormState(FrameModel Frame, Refusal? Refusal = null, IFormCollection? Sent = null)
{
    /// <summary>The form as it was sent, or empty.</summary>
    public static async Task<FormState> Load(HttpContext http, Caller caller, Refusal? refusal = null) =>
        new(
            await http.RequestServices.GetRequiredService<FrameLoader>().Load(http, caller),
            refusal,
            refusal is null ? null : await http.Request.Fields()
        );

    /// <summary>What was written into a field.</summary>
    public string? Value(string field) => Sent?[field];

    /// <summary>What is wrong with a field.</summary>
    public string? Wrong(string field) => Refusal?.Field == field ? Refusal.Detail : null;
}
