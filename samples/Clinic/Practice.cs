using System.Collections.Immutable;

namespace Clinic;

/// <summary>Everything the clinic knows, in memory. Each doctor has a book of appointments in order of time.</summary>
public sealed class Practice(DateOnly today, IReadOnlyList<Doctor> doctors, IReadOnlyList<Patient> patients)
{
    private readonly Lock _gate = new();
    private readonly Dictionary<int, ImmutableArray<Appointment>> _books = doctors.ToDictionary(
        doctor => doctor.Id,
        _ => ImmutableArray<Appointment>.Empty
    );
    private int _lastId;

    public DateOnly Today => today;
    public IReadOnlyList<Doctor> Doctors => doctors;
    public IReadOnlyList<Patient> Patients => patients;
    public IReadOnlyList<Document> Documents { get; init; } = [];

    public Doctor? Doctor(int id) => doctors.FirstOrDefault(doctor => doctor.Id == id);

    public Patient? Patient(int id) => patients.FirstOrDefault(patient => patient.Id == id);

    public ImmutableArray<Appointment> Book(int doctorId)
    {
        lock (_gate)
            return _books[doctorId];
    }

    public Appointment Add(int doctorId, int patientId, DateTime start, int minutes)
    {
        lock (_gate)
        {
            var added = new Appointment(++_lastId, doctorId, patientId, start, minutes);
            _books[doctorId] = [.. _books[doctorId].Add(added).OrderBy(one => one.Start)];
            return added;
        }
    }

    public Appointment? Remove(int appointmentId)
    {
        lock (_gate)
        {
            var found = _books.Values.SelectMany(book => book).FirstOrDefault(one => one.Id == appointmentId);
            if (found is not null)
                _books[found.DoctorId] = _books[found.DoctorId].Remove(found);
            return found;
        }
    }
}
