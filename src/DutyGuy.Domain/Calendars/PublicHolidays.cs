namespace DutyGuy.Domain;

/// <summary>Public holidays of all countries and their regions; where they come from is said in public-holidays.LICENSE.txt.</summary>
public static class PublicHolidays
{
    private const int MostHints = 5;
    private static readonly Lazy<HolidayFile> File = new(Shipped);

    /// <summary>All places, for a choice: countries by code, each followed by its regions.</summary>
    public static IReadOnlyList<HolidayPlace> Places => File.Value.Places;

    /// <summary>The countries by name.</summary>
    public static IReadOnlyList<HolidayPlace> Countries =>
        field ??= [
            .. Places.Where(place => !place.Code.Contains('-')).OrderBy(place => place.Name, StringComparer.Ordinal),
        ];

    /// <summary>The regions of a country whose holidays differ, named within it: <c>DE-BY</c> is Bayern.</summary>
    public static IReadOnlyList<HolidayPlace> RegionsOf(HolidayPlace country) =>
        [
            .. Places
                .Where(place => place.Code.StartsWith(country.Code + "-", StringComparison.Ordinal))
                .Select(place => place with { Name = place.Name[(country.Name.Length + ", ".Length)..] }),
        ];

    /// <summary>The holidays of a place by its code, such as <c>FR</c> or <c>DE-BY</c>; or which code was probably meant.</summary>
    public static Outcome<HolidayCalendar> Of(string code, string field = "holidays") =>
        Find(code) is { } known
            ? known
            : Refusal.Invalid($"“{code}” has no known public holidays. {Hint(code)}", field);

    /// <summary>The same for a code that was checked when it was kept; null when there is none.</summary>
    public static HolidayCalendar? Find(string? code) => code is null ? null : File.Value.Find(code);

    /// <summary>Null when a code can be kept.</summary>
    public static Refusal? Wrong(string? code) => code is null ? null : Of(code).Refusal;

    private static string Hint(string code)
    {
        var near = Near(code.Trim()).Take(MostHints).Select(place => $"{place.Code} ({place.Name})").ToList();
        return near.Count == 0
            ? "Write a country or a region of one, such as FR or DE-BY; GET holidays lists them."
            : $"Did you mean {string.Join(" or ", near)}? GET holidays lists all.";
    }

    // The code in other letters, a name, the regions of a country that is right, then slips of the pen.
    private static IEnumerable<HolidayPlace> Near(string text)
    {
        bool Same(string other) => string.Equals(text, other, StringComparison.OrdinalIgnoreCase);
        var meant = Places.Where(p => Same(p.Code) || Same(p.Name) || Same(p.Name.Split(", ")[^1])).ToList();
        if (meant.Count > 0)
            return meant;
        var country = text.Split('-', '_')[0] + "-";
        var slips = new[]
        {
            Suggest.Nearest(text, Places.Select(p => p.Code)),
            Suggest.Nearest(text, Places.Select(p => p.Name)),
        };
        return Places
            .Where(p =>
                slips.Contains(p.Code, StringComparer.Ordinal) || slips.Contains(p.Name, StringComparer.Ordinal)
            )
            .Concat(Places.Where(p => p.Code.StartsWith(country, StringComparison.OrdinalIgnoreCase)))
            .Distinct();
    }

    private static HolidayFile Shipped()
    {
        const string name = "public-holidays.txt";
        using var stream =
            typeof(PublicHolidays).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"{name} is not in the program.");
        using var text = new StreamReader(stream);
        return new(text.ReadToEnd());
    }
}
