namespace Clinic;

public sealed record Doctor(int Id, string Name, string Specialty, string City);

public sealed record Patient(int Id, string Name, string? Phone);

/// <summary>A paper in a patient's file. Papers from the old system have no note.</summary>
public sealed record Document(int Id, int PatientId, string Kind, DateOnly Day, string? Note);

/// <summary>A visit. Times are the time of Paris.</summary>
public sealed record Appointment(int Id, int DoctorId, int PatientId, DateTime Start, int Minutes)
{
    public DateTime End => Start.AddMinutes(Minutes);
}
