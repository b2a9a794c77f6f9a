using System.Text;

namespace DutyGuy.Domain;

/// <summary>Comma-separated text as spreadsheets write it: quotes, doubled quotes, comma or semicolon.</summary>
public static class CsvText
{
    /// <summary>The rows that are not empty, each with the number of its first line (from 1).</summary>
    public static IReadOnlyList<(int Line, IReadOnlyList<string> Cells)> Rows(string text)
    {
        var separator = Separator(text);
        var rows = new List<(int, IReadOnlyList<string>)>();
        var (cells, cell, quoted, line, began) = (new List<string>(), new StringBuilder(), false, 1, 1);
        for (var i = text.StartsWith('\uFEFF') ? 1 : 0; i < text.Length; i++)
        {
            var letter = text[i];
            if (quoted && letter == '"' && i + 1 < text.Length && text[i + 1] == '"')
                cell.Append(text[++i]);
            else if (letter == '"' && (quoted || string.IsNullOrWhiteSpace(cell.ToString())))
                quoted = !quoted;
            else if (!quoted && letter == separator)
                EndCell();
            else if (!quoted && letter == '\n')
                EndRow();
            else
                cell.Append(letter);
            if (letter == '\n')
                line++;
        }
        EndRow();
        return rows;

        void EndCell()
        {
            cells.Add(cell.ToString().Trim());
            cell.Clear();
        }

        void EndRow()
        {
            EndCell();
            if (cells.Exists(c => c.Length > 0))
                rows.Add((began, cells));
            (cells, began) = ([], line + 1);
        }
    }

    static char Separator(string text)
    {
        var header = text.Split('\n')[0];
        return header.Contains(';', StringComparison.Ordinal) && !header.Contains(',', StringComparison.Ordinal)
            ? ';'
            : ',';
    }
}
