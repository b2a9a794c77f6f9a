using System.Collections.Concurrent;

namespace Clinic;

public sealed record Waiting(int PatientId, DateTime Since);

/// <summary>GET and POST /doctors/{id}/waiting-list</summary>
public sealed class WaitingList
{
    private readonly ConcurrentDictionary<int, ConcurrentQueue<Waiting>> _lists = new();

    public static void Map(WebApplication app, Practice practice)
    {
        var list = new WaitingList();
        app.MapPost(
            "/doctors/{id:int}/waiting-list",
            (int id, int patient) => practice.Doctor(id) is null ? Results.NotFound() : list.Join(id, patient)
        );
        app.MapGet(
            "/doctors/{id:int}/waiting-list",
            (int id) => practice.Doctor(id) is null ? Results.NotFound() : Results.Ok(list.Show(id))
        );
    }

    private IResult Join(int doctorId, int patientId)
    {
        _lists.GetOrAdd(doctorId, _ => []).Enqueue(new Waiting(patientId, DateTime.Now));
        return Results.Accepted();
    }

    private object Show(int doctorId)
    {
        var waiting = _lists.GetValueOrDefault(doctorId) ?? [];
        return new { people = waiting.Count, longestSince = waiting.Min(one => one.Since) };
    }
}
