namespace Clinic.Tests;

public static class DocumentsTests
{
    public static readonly (string, Func<bool>)[] All =
    [
        (
            "a title is readable",
            () => Documents.Title("blood-test", new DateOnly(2025, 3, 9)) == "Blood test, 9 Mar 2025"
        ),
        (
            "the preview is the first sentence",
            () => Documents.Preview("All is well. Come back in May.") == "All is well"
        ),
    ];
}
