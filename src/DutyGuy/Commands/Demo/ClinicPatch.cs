using NodaTime;
using NodaTime.Text;

namespace DutyGuy.Commands.Demo;

/// <summary>One commit of the Clinic in the form of `git format-patch`.</summary>
public sealed record ClinicPatch(
    int Number,
    string Author,
    string Address,
    string Title,
    OffsetDateTime At,
    string Text
)
{
    private static readonly OffsetDateTimePattern _date = OffsetDateTimePattern.CreateWithInvariantCulture(
        "ddd, d MMM uuuu HH:mm:ss o<+HHmm>"
    );

    /// <summary>All patches of the sample, oldest first.</summary>
    public static IReadOnlyList<ClinicPatch> ReadAll(string sampleDirectory) =>
        [
            .. Directory
                .EnumerateFiles(Path.Combine(sampleDirectory, "history"), "*.patch")
                .Order(StringComparer.Ordinal)
                .Select((file, index) => Parse(index + 1, File.ReadAllText(file))),
        ];

    /// <summary>The same change made at another time.</summary>
    public ClinicPatch MadeAt(OffsetDateTime at) =>
        this with
        {
            At = at,
            Text = Text.Replace(
                $"\nDate: {Header(Text, "Date")}\n",
                $"\nDate: {_date.Format(at)}\n",
                StringComparison.Ordinal
            ),
        };

    private static ClinicPatch Parse(int number, string text)
    {
        var from = Header(text, "From").Split(" <");
        return new ClinicPatch(
            number,
            from[0],
            from[1].TrimEnd('>'),
            TitleOf(text),
            _date.Parse(Header(text, "Date")).Value,
            text
        );
    }

    private static string Header(string text, string name)
    {
        var start = text.IndexOf($"\n{name}: ", StringComparison.Ordinal) + name.Length + 3;
        return text[start..text.IndexOf('\n', start)];
    }

    // Long titles go on in the next line, which begins with a space; "[PATCH 7/45]" is no part of them.
    private static string TitleOf(string text)
    {
        var start =
            text.IndexOf("] ", text.IndexOf("\nSubject: ", StringComparison.Ordinal), StringComparison.Ordinal) + 2;
        var end = text.IndexOf("\n\n", start, StringComparison.Ordinal);
        return text[start..end].Replace("\n ", " ", StringComparison.Ordinal);
    }
}
