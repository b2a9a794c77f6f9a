namespace DutyGuy.Domain;

/// <summary>A line that cannot be taken, and why.</summary>
public sealed record WrongLine(int Line, string Why);

/// <summary>An author that is no new person, and why.</summary>
public sealed record LeftOut(string Name, string Mail, string Why);

/// <summary>What an import would add. Nothing is decided by looking at it.</summary>
public sealed record PeopleImport(
    IReadOnlyList<Person> Added,
    IReadOnlyList<WrongLine> Wrong,
    IReadOnlyList<LeftOut> LeftOut
)
{
    /// <summary>A file that cannot be read at all.</summary>
    public static PeopleImport Unreadable(int line, string why) => new([], [new WrongLine(line, why)], []);
}
