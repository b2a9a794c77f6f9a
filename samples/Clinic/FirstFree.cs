using System.Collections.Concurrent;

namespace Clinic;

/// <summary>The first free slot of each doctor, worked out once and looked up after that.</summary>
public sealed class FirstFree(Practice practice)
{
    private readonly ConcurrentDictionary<int, DateTime> _known = new();

    /// <summary>Of a doctor who is full: the end of time.</summary>
    public DateTime Of(Doctor doctor) => _known.GetOrAdd(doctor.Id, id => WorkOut(practice, id));

    public void Forget(int doctorId) => _known.TryRemove(doctorId, out _);

    public static DateTime WorkOut(Practice practice, int doctorId) =>
        Slots.Free(practice.Book(doctorId), practice.Today.AddDays(1)).Append(DateTime.MaxValue).First();
}
