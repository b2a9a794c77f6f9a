using System.Text;
using System.Text.Json;

namespace DutyGuy.Domain.Tests.Triage.SourceMaps;

/// <summary>Source maps as a bundler would write them.</summary>
internal static class MadeMap
{
    private const string Letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

    /// <summary>A map with these mappings, in order; a source of -1 is a place that comes from nowhere, a name of -1 none.</summary>
    public static string Json(IEnumerable<Place> places, string[] sources, string[] names, string? root = null) =>
        JsonSerializer.Serialize(
            new
            {
                version = 3,
                sourceRoot = root,
                sources,
                names,
                mappings = Mappings(places),
            }
        );

    public static string Json(string mappings, string[] sources, string[] names) =>
        JsonSerializer.Serialize(
            new
            {
                version = 3,
                sources,
                names,
                mappings,
            }
        );

    public static SourceMap Read(string json) => SourceMap.Read(Encoding.UTF8.GetBytes(json));

    public static string Mappings(IEnumerable<Place> places)
    {
        var text = new StringBuilder();
        var (line, before, isFirst) = (0, new Place(0, 0, 0, 0, 0), true);
        foreach (var place in places)
        {
            for (; line < place.Line; line++, isFirst = true)
                text.Append(';');
            text.Append(isFirst ? "" : ",").Append(Number(place.Column - (isFirst ? 0 : before.Column)));
            isFirst = false;
            if (place.Source >= 0)
            {
                text.Append(Number(place.Source - before.Source));
                text.Append(Number(place.SourceLine - before.SourceLine)).Append('A');
                if (place.Name >= 0)
                    text.Append(Number(place.Name - before.Name));
            }
            before = new Place(
                line,
                place.Column,
                place.Source < 0 ? before.Source : place.Source,
                place.Source < 0 ? before.SourceLine : place.SourceLine,
                place.Source < 0 || place.Name < 0 ? before.Name : place.Name
            );
        }
        return text.ToString();
    }

    private static string Number(int number)
    {
        var rest = number < 0 ? (-(long)number << 1) | 1 : (long)number << 1;
        var text = new StringBuilder();
        do
        {
            var digit = (int)(rest & 31);
            rest >>= 5;
            text.Append(Letters[rest > 0 ? digit | 32 : digit]);
        } while (rest > 0);
        return text.ToString();
    }
}

/// <summary>One mapping, counted from 0.</summary>
internal sealed record Place(int Line, int Column, int Source, int SourceLine, int Name);
