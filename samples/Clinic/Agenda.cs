namespace Clinic;

public sealed record AgendaLine(int AppointmentId, DateTime Start, int Minutes, string Patient);

/// <summary>GET /doctors/{id} and GET /doctors/{id}/agenda: the next seven days.</summary>
public static class Agenda
{
    public static void Map(WebApplication app, Practice practice)
    {
        app.MapGet("/doctors/{id:int}", (int id) => practice.Doctor(id) is { } one ? Results.Ok(one) : NotFound());
        app.MapGet(
            "/doctors/{id:int}/agenda",
            (int id) =>
                practice.Doctor(id) is { } doctor
                    ? Results.Ok(new { written = DateTime.Now, lines = Week(practice, doctor) })
                    : NotFound()
        );
    }

    public static List<AgendaLine> Week(Practice practice, Doctor doctor)
    {
        var end = practice.Today.AddDays(7).ToDateTime(TimeOnly.MinValue);
        return [.. practice.Book(doctor.Id).Where(one => one.Start < end).Select(one => Line(practice, doctor, one))];
    }

    private static AgendaLine Line(Practice practice, Doctor doctor, Appointment one)
    {
        var patient = practice.Patient(one.PatientId)?.Name ?? "unknown";
        return new AgendaLine(one.Id, Zones.Local(doctor.City, one.Start), one.Minutes, patient);
    }

    private static IResult NotFound() => Results.NotFound(new { error = "No such doctor." });
}
