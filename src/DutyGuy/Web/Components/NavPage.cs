namespace DutyGuy.Web.Components;

/// <summary>A page in the navigation; <paramref name="Tab"/> ones stand in the bar of a phone, <paramref name="Go"/> is its key after g.</summary>
public sealed record NavPage(string Key, string Href, string Word, string? Count, string? Go, bool Tab = false)
{
    /// <summary>An alarm stands there.</summary>
    public bool Alarm { get; init; }
}
