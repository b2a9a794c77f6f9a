using NodaTime;
using NodaTime.Text;

namespace DutyGuy.Domain;

/// <summary>
/// Reads a team from CSV. The header names the columns (any order): handle, name, email, zone, holidays, joinedOn,
/// leftOn, team, skills, role. Only handle is needed. Several addresses or skills are parted by spaces.
/// </summary>
public static class PeopleCsv
{
    static readonly string[] Columns =
    [
        "handle",
        "name",
        "email",
        "zone",
        "holidays",
        "joinedOn",
        "leftOn",
        "team",
        "skills",
        "role",
    ];

    /// <summary>What the text would add to the team, and what is wrong line by line.</summary>
    public static PeopleImport Read(string text, IReadOnlyList<Person> team, LocalDate today)
    {
        var rows = CsvText.Rows(text);
        if (rows.Count == 0)
            return PeopleImport.Unreadable(1, $"There is nothing to read. The first line names columns: {Known}.");
        var header = rows[0].Cells;
        if (WrongHeader(header) is { } wrong)
            return PeopleImport.Unreadable(rows[0].Line, wrong);
        var (added, bad) = (new List<Person>(), new List<WrongLine>());
        foreach (var (line, cells) in rows.Skip(1))
        {
            var read = Person(header, cells, today);
            if (read.Refusal is null && read.Value is { } person && Taken(person, team, added) is null)
                added.Add(person);
            else
                bad.Add(new WrongLine(line, (read.Refusal ?? Taken(read.Value!, team, added)!).Detail));
        }
        return new PeopleImport(added, bad, []);
    }

    static string Known => string.Join(", ", Columns);

    static string? WrongHeader(IReadOnlyList<string> header)
    {
        if (header.FirstOrDefault(c => !Columns.Contains(c, StringComparer.OrdinalIgnoreCase)) is { } odd)
            return $"“{odd}” is not a column. Known columns: {Known}.";
        return header.Contains("handle", StringComparer.OrdinalIgnoreCase)
            ? null
            : "The column “handle” is missing in the first line.";
    }

    static Refusal? Taken(Person person, IReadOnlyList<Person> team, List<Person> added)
    {
        if (team.Any(p => p.Handle == person.Handle))
            return Refusal.Conflict($"“{person.Handle}” is in the team already.");
        return added.Exists(p => p.Handle == person.Handle)
            ? Refusal.Conflict($"“{person.Handle}” is in the file twice.")
            : PersonRules.TakenMail(person, team.Concat(added));
    }

    static Outcome<Person> Person(IReadOnlyList<string> header, IReadOnlyList<string> cells, LocalDate today)
    {
        if (cells.Count > header.Count)
            return Refusal.Invalid($"The line has {cells.Count} cells, the first line names {header.Count}.");
        var handle = Cell("handle") ?? "";
        if (PersonRules.WrongHandle(handle) is { } wrong)
            return wrong;
        if (Wrong(Cell("joinedOn"), "joinedOn") is { } joined)
            return joined;
        if (Wrong(Cell("leftOn"), "leftOn") is { } left)
            return left;
        if (Role(Cell("role")) is not { } role)
            return Refusal.Invalid($"“{Cell("role")}” is not a role: viewer, engineer, process owner, administrator.");
        var person = new Person
        {
            Handle = handle,
            Name = Cell("name") ?? PersonRules.NameFrom(handle),
            Emails = Several(Cell("email")),
            Zone = Cell("zone"),
            Holidays = Cell("holidays"),
            JoinedOn = Date(Cell("joinedOn")) ?? today,
            LeftOn = Date(Cell("leftOn")),
            Team = Cell("team"),
            Skills = Several(Cell("skills")),
            Role = role,
        };
        return PersonRules.Wrong(person) is { } refusal ? refusal : person;

        string? Cell(string column)
        {
            var at = header.ToList().FindIndex(c => string.Equals(c, column, StringComparison.OrdinalIgnoreCase));
            return at >= 0 && at < cells.Count && cells[at].Length > 0 ? cells[at] : null;
        }
    }

    static string[] Several(string? cell) =>
        cell?.Split([' ', ';', '|', ','], StringSplitOptions.RemoveEmptyEntries) ?? [];

    static Refusal? Wrong(string? date, string column) =>
        date is not null && Date(date) is null
            ? Refusal.Invalid($"“{date}” in {column} is not a date. Write for instance 2026-11-23.")
            : null;

    static LocalDate? Date(string? text) =>
        text is not null && LocalDatePattern.Iso.Parse(text) is { Success: true } date ? date.Value : null;

    static Role? Role(string? word) =>
        word?.Trim().ToLowerInvariant() switch
        {
            null or "engineer" => Domain.Role.Engineer,
            "viewer" => Domain.Role.Viewer,
            "process owner" => Domain.Role.ProcessOwner,
            "administrator" => Domain.Role.Administrator,
            _ => null,
        };
}
