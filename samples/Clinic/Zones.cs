namespace Clinic;

/// <summary>The book is kept in the time of Paris; a doctor reads it in the time of the city.</summary>
public static class Zones
{
    private static readonly Dictionary<string, int> _hoursFromParis = new(StringComparer.Ordinal)
    {
        ["Paris"] = 0,
        ["Lyon"] = 0,
        ["Lille"] = 0,
        ["Nantes"] = 0,
        ["Reunion"] = 3,
    };

    public static DateTime Local(string city, DateTime paris) => paris.AddHours(_hoursFromParis[city]);
}
