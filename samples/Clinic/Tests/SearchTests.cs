namespace Clinic.Tests;

public static class SearchTests
{
    public static readonly (string, Func<bool>)[] All =
    [
        ("nothing asked matches everything", () => Search.Matches("Paris", null) && Search.Matches("Paris", "")),
        ("capitals and spaces do not matter", () => Search.Matches("Paris", " paris ")),
        ("another city does not match", () => !Search.Matches("Paris", "Lyon")),
        ("the sooner one ranks first", () => Search.Rank(Free("Dr Z", 9), Free("Dr A", 10)) < 0),
        ("at the same time the name decides", () => Search.Rank(Free("Dr Z", 9), Free("Dr A", 9)) > 0),
    ];

    private static SearchResult Free(string name, int hour) =>
        new(1, name, "eyes", "Lyon", new DateTime(2026, 1, 5, hour, 0, 0), 50);
}
