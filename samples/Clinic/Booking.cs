namespace Clinic;

public sealed record BookingRequest(int DoctorId, int PatientId, DateTime Start, int Minutes);

/// <summary>POST /appointments and DELETE /appointments/{id}</summary>
public static class Booking
{
    public static void Map(WebApplication app, Practice practice, FirstFree firstFree)
    {
        app.MapPost("/appointments", (BookingRequest wanted) => Book(practice, firstFree, wanted));
        app.MapDelete("/appointments/{id:int}", (int id) => Cancel(practice, firstFree, id));
    }

    private static IResult Cancel(Practice practice, FirstFree firstFree, int id)
    {
        if (practice.Remove(id) is not { } cancelled)
            return Results.NotFound(new { error = "No such appointment." });
        firstFree.Forget(cancelled.DoctorId);
        return Results.NoContent();
    }

    private static IResult Book(Practice practice, FirstFree firstFree, BookingRequest wanted)
    {
        if (practice.Doctor(wanted.DoctorId) is null || practice.Patient(wanted.PatientId) is null)
            return Results.NotFound(new { error = "No such doctor or patient." });
        var minutes = Slots.RoundUp(wanted.Minutes);
        if (!Slots.IsFree(practice.Book(wanted.DoctorId), wanted.Start, minutes))
            return Results.Conflict(new { error = "This time is taken." });
        var booked = practice.Add(wanted.DoctorId, wanted.PatientId, wanted.Start, minutes);
        firstFree.Forget(wanted.DoctorId);
        return Results.Created($"/appointments/{booked.Id}", booked);
    }
}
