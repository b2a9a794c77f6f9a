namespace Clinic;

public sealed record SearchResult(
    int DoctorId,
    string Name,
    string Specialty,
    string City,
    DateTime FirstFree,
    int SoonerThan
);

/// <summary>GET /search?specialty=&amp;city=</summary>
public static class Search
{
    private const int AtMost = 6;

    public static void Map(WebApplication app, Practice practice, FirstFree firstFree) =>
        app.MapGet("/search", (string? specialty, string? city) => Find(practice, firstFree, specialty, city));

    public static List<SearchResult> Find(Practice practice, FirstFree firstFree, string? specialty, string? city) =>
        [
            .. practice
                .Doctors.Where(doctor => Matches(doctor.Specialty, specialty) && Matches(doctor.City, city))
                .Select(doctor => Result(doctor, firstFree.Of(doctor)))
                .Order(Comparer<SearchResult>.Create(Rank))
                .Take(AtMost)
                .Select(one => one with { SoonerThan = SoonerThan(practice, one) }),
        ];

    /// <summary>The sooner one first, then by name.</summary>
    public static int Rank(SearchResult one, SearchResult other) =>
        one.FirstFree != other.FirstFree
            ? one.FirstFree.CompareTo(other.FirstFree)
            : string.CompareOrdinal(one.Name, other.Name);

    private static SearchResult Result(Doctor doctor, DateTime firstFree) =>
        new(doctor.Id, doctor.Name, doctor.Specialty, doctor.City, firstFree, 0);

    /// <summary>Per cent of the doctors of the specialty whose first free slot is later.</summary>
    private static int SoonerThan(Practice practice, SearchResult one)
    {
        var all = practice.Doctors.Where(other => other.Specialty == one.Specialty).ToList();
        return all.Count(other => FirstFree.WorkOut(practice, other.Id) > one.FirstFree) * 100 / all.Count;
    }

    /// <summary>Nothing asked matches everything.</summary>
    public static bool Matches(string value, string? asked) =>
        string.IsNullOrWhiteSpace(asked) || value.Equals(asked.Trim(), StringComparison.OrdinalIgnoreCase);
}
