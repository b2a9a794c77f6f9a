using NodaTime;
using NodaTime.Text;

namespace DutyGuy.Domain;

/// <summary>
/// Reads turns that were before the rota from CSV: the first line names the columns <c>date</c> and <c>person</c> (a handle, a
/// name or a mail address), in any order.
/// </summary>
public static class PastTurnsCsv
{
    /// <summary>What would be imported, and what is wrong, line by line.</summary>
    /// <param name="text">The file.</param>
    /// <param name="duty">The duty's rota.</param>
    /// <param name="people">Everybody, also who left.</param>
    /// <param name="today">Only days before it have passed.</param>
    public static PastTurnsImport Read(string text, RotaFacts duty, IReadOnlyList<Person> people, LocalDate today)
    {
        var rows = CsvText.Rows(text);
        if (rows.Count == 0)
            return Unreadable(1, "There is nothing to read. The first line names the columns: date, person.");
        var header = rows[0].Cells.Select(c => c.Trim().ToLowerInvariant()).ToList();
        if (header.Count != 2 || !header.Contains("date") || !header.Contains("person"))
            return Unreadable(rows[0].Line, "The first line names the columns: date, person.");
        var known = duty.PastTurns.Select(t => t.Date).ToHashSet();
        var (turns, wrong) = (new List<PastTurn>(), new List<WrongLine>());
        foreach (var (line, cells) in rows.Skip(1))
        {
            string Cell(string column) => cells.ElementAtOrDefault(header.IndexOf(column))?.Trim() ?? "";
            var date = LocalDatePattern.Iso.Parse(Cell("date"));
            var person = Find(people, Cell("person"));
            var why =
                !date.Success ? $"“{Cell("date")}” in date is not a date. Write for instance 2026-11-23."
                : date.Value >= LocalDate.Min(today, duty.FirstDay)
                    ? $"{Cell("date")} is not before the first day of the rota: only what was before can be imported."
                : date.Value < today.PlusYears(-2)
                    ? $"{Cell("date")} is more than two years ago and counts for nothing."
                : person is null
                    ? $"“{Cell("person")}” is nobody in the team. Add them first, with their last day when they left."
                : !known.Add(date.Value) ? $"{Cell("date")} has a turn already."
                : null;
            if (why is null)
                turns.Add(new(date.Value, person!.Handle));
            else
                wrong.Add(new(line, why));
        }
        return new(turns, wrong);
    }

    private static Person? Find(IReadOnlyList<Person> people, string word) =>
        people.FirstOrDefault(p => p.Handle == word)
        ?? people.FirstOrDefault(p =>
            p.Emails.Contains(word, StringComparer.OrdinalIgnoreCase)
            || string.Equals(p.Name, word, StringComparison.OrdinalIgnoreCase)
                && people.Count(o => string.Equals(o.Name, word, StringComparison.OrdinalIgnoreCase)) == 1
        );

    private static PastTurnsImport Unreadable(int line, string why) => new([], [new(line, why)]);
}
