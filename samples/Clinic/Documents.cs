namespace Clinic;

public sealed record DocumentLine(int Id, string Kind, string Title, string Preview, DateOnly Day);

/// <summary>GET /patients/{id}/documents?kind=</summary>
public static class Documents
{
    public static void Map(WebApplication app, Practice practice) =>
        app.MapGet(
            "/patients/{id:int}/documents",
            (int id, string? kind) =>
                practice.Patient(id) is null ? Results.NotFound() : Results.Ok(Of(practice, id, kind))
        );

    public static List<DocumentLine> Of(Practice practice, int patientId, string? kind) =>
        [
            .. practice
                .Documents.Where(one => one.PatientId == patientId && (kind is null || one.Kind == kind))
                .OrderByDescending(one => one.Day)
                .Select(Line),
        ];

    public static string Title(string kind, DateOnly day) => $"{Capital(kind.Replace('-', ' '))}, {day:d MMM yyyy}";

    public static string Preview(string note) => note.Split('.')[0].Trim();

    private static string Capital(string words) => char.ToUpperInvariant(words[0]) + words[1..];

    private static DocumentLine Line(Document document) =>
        new(document.Id, document.Kind, Title(document.Kind, document.Day), Preview(document.Note!), document.Day);
}
