using System.Text;

namespace DutyGuy.Domain;

/// <summary>The first team as people type it: one person a line, "Mel, mel@clinic.example".</summary>
public static class TeamText
{
    /// <summary>The lines as the CSV that <see cref="PeopleCsv"/> reads; handles are made from the first names.</summary>
    public static string ToCsv(string text)
    {
        var csv = new StringBuilder("handle,name,email\n");
        foreach (var line in text.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            var parts = line.Split(',', 2, StringSplitOptions.TrimEntries);
            csv.Append(Handle(parts[0])).Append(',').Append(Quoted(parts[0])).Append(',');
            csv.Append(Quoted(parts.Length > 1 ? parts[1] : "")).Append('\n');
        }
        return csv.ToString();
    }

    static string Handle(string name)
    {
        var first = name.Split(' ', 2)[0].ToLowerInvariant().Normalize(NormalizationForm.FormD);
        return string.Concat(first.Where(c => c is >= 'a' and <= 'z' or >= '0' and <= '9' or '-'));
    }

    static string Quoted(string cell) => $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
