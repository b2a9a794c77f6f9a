using DutyGuy.Domain;

namespace DutyGuy.Web.Components;

/// <summary>
/// The fields of a place whose public holidays count. All regions of the world would be the greatest part of a page, so
/// those of the chosen country come by a press that keeps nothing.
/// </summary>
static class HolidaysChoice
{
    public const string Country = "holidays";
    public const string Region = "region";
    public const string Show = "show";

    /// <summary>The code of the place; a region counts while it lies in the country that is chosen.</summary>
    public static string? Holidays(this IFormCollection form) =>
        form.Text(Country) is { } country
        && form.Text(Region) is { } region
        && region.StartsWith(country + "-", StringComparison.Ordinal)
            ? region
            : form.Text(Country);

    /// <summary>Whether the regions are asked for, and nothing shall be kept yet.</summary>
    public static bool AsksForRegions(this IFormCollection form) => form.Text(Show) == "regions";

    /// <summary>Why there are none to show; null when a country is chosen.</summary>
    public static Refusal? NoCountry(this IFormCollection form) =>
        form.Text(Country) is null ? Refusal.Invalid("Choose the country first.", Country) : null;
}
