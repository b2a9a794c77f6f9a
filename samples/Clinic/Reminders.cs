namespace Clinic;

public sealed record Reminder(int AppointmentId, string Patient, string Phone, string Text);

/// <summary>GET /reminders?doctor=: what to send to the patients of the next three days.</summary>
public static class Reminders
{
    public static void Map(WebApplication app, Practice practice) =>
        app.MapGet(
            "/reminders",
            (int doctor) => practice.Doctor(doctor) is { } one ? Results.Ok(Next(practice, one)) : Results.NotFound()
        );

    public static List<Reminder> Next(Practice practice, Doctor doctor)
    {
        var end = practice.Today.AddDays(3).ToDateTime(TimeOnly.MinValue);
        return
        [
            .. practice
                .Book(doctor.Id)
                .Where(one => one.Start < end)
                .OrderBy(one => one.Start)
                .Select(one => Of(practice, doctor, one)),
        ];
    }

    /// <summary>The number as the text message service wants it.</summary>
    public static string Dialled(string phone) => phone.Replace(" ", "", StringComparison.Ordinal);

    public static string Text(DateTime start, string doctor) => $"{start:dddd d MMMM, HH:mm} with {doctor}";

    private static Reminder Of(Practice practice, Doctor doctor, Appointment appointment)
    {
        var patient = practice.Patient(appointment.PatientId)!;
        return new Reminder(
            appointment.Id,
            patient.Name,
            Dialled(patient.Phone!),
            Text(appointment.Start, doctor.Name)
        );
    }
}
