using System.Security.Cryptography;
using System.Text;

namespace DutyGuy.Domain;

/// <summary>Names a text by its content: line ends and spaces at the end of lines do not count.</summary>
internal static class PlaybookHash
{
    public static string Of(IReadOnlyDictionary<string, string> files)
    {
        var all = new StringBuilder();
        foreach (var (file, text) in files.OrderBy(pair => pair.Key, StringComparer.Ordinal))
        {
            if (PlaybookParser.IsPart(file))
                all.Append(file).Append('\0').Append(Normal(text)).Append('\0');
        }
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(all.ToString())));
    }

    private static string Normal(string text) =>
        string.Join('\n', text.ReplaceLineEndings("\n").Split('\n').Select(line => line.TrimEnd())).TrimEnd('\n');
}
