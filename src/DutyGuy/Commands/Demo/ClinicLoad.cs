using System.Diagnostics;

namespace DutyGuy.Commands.Demo;

/// <summary>Who visits: the public (production), or also testers, who try odd corners (staging).</summary>
public enum ClinicVisitors
{
    Public,
    Testers,
}

/// <summary>Visits a Clinic as its patients would, at a mean rate, until cancelled. The seed decides who asks what.</summary>
public sealed class ClinicLoad(Uri address, ClinicVisitors visitors, double requestsPerSecond = 8, int seed = 1)
    : IDisposable
{
    private const int AtMostOpen = 16;
    private readonly HttpClient _client = new() { BaseAddress = address, Timeout = TimeSpan.FromSeconds(20) };
    private readonly SemaphoreSlim _open = new(AtMostOpen);
    private long _answered;
    private long _failed;
    private long _unanswered;

    /// <summary>Answers of any kind.</summary>
    public long Answered => Interlocked.Read(ref _answered);

    /// <summary>Answers that say 5xx.</summary>
    public long Failed => Interlocked.Read(ref _failed);

    /// <summary>Nobody answered: connection refused or too late.</summary>
    public long Unanswered => Interlocked.Read(ref _unanswered);

    public async Task Run(CancellationToken cancellation)
    {
        var random = new Random(seed);
        var plan = new ClinicVisits(random, visitors);
        var since = Stopwatch.StartNew();
        var next = TimeSpan.Zero;
        try
        {
            while (true)
            {
                // Visits come as they like: pauses around the mean, but no drift.
                next += TimeSpan.FromSeconds(-Math.Log(1 - random.NextDouble()) / requestsPerSecond);
                if (next > since.Elapsed)
                    await Task.Delay(next - since.Elapsed, cancellation);
                await _open.WaitAsync(cancellation);
                _ = Visit(plan, plan.Next(), cancellation);
            }
        }
        catch (OperationCanceledException)
        {
            // the day is over
        }
    }

    public void Dispose()
    {
        _client.Dispose();
        _open.Dispose();
    }

    private async Task Visit(ClinicVisits plan, ClinicVisit visit, CancellationToken cancellation)
    {
        try
        {
            using var request = new HttpRequestMessage(visit.Method, visit.Path) { Content = visit.Content() };
            using var answer = await _client.SendAsync(request, cancellation);
            Interlocked.Increment(ref _answered);
            if ((int)answer.StatusCode >= 500)
                Interlocked.Increment(ref _failed);
            else
                plan.Learn(visit, await answer.Content.ReadAsStringAsync(cancellation));
        }
        catch (Exception e) when (e is HttpRequestException or OperationCanceledException)
        {
            if (!cancellation.IsCancellationRequested)
                Interlocked.Increment(ref _unanswered);
        }
        finally
        {
            _open.Release();
        }
    }
}
