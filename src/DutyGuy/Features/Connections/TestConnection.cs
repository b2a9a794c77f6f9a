using DutyGuy.Domain;
using DutyGuy.Store;
using DutyGuy.Web;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace DutyGuy.Features.Connections;

/// <summary>Tries a connection with its settings and opened secrets; null when it works, else why it does not.</summary>
public delegate Task<string?> TryConnection(IReadOnlyDictionary<string, string> settings, CancellationToken stop);

/// <summary>The test button of a connection. The answer is kept, so that the list says it.</summary>
static class TestConnection
{
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);

    public static async Task<IResult> Run(long id, HttpContext context, DutyStore store, SecretBox box, IClock clock)
    {
        if (await store.Read(db => db.Connections.FirstOrDefaultAsync(c => c.Id == id)) is not { } row)
            return Refusal.NotFound($"There is no connection {id}.").ToProblem();
        var attempt = context.RequestServices.GetRequiredKeyedService<TryConnection>(row.Kind);
        var failure = await Attempt(attempt, box.Opened(row), context.RequestAborted);
        await store.Change(db => Keep(db, id, failure, clock.GetCurrentInstant()));
        var after = await store.Read(db => db.Connections.FirstAsync(c => c.Id == id));
        return TypedResults.Json(ConnectionView.Of(after), Words.Json);
    }

    static async Task<string?> Attempt(
        TryConnection attempt,
        IReadOnlyDictionary<string, string> settings,
        CancellationToken stop
    )
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(stop);
        patience.CancelAfter(Patience);
        try
        {
            return await attempt(settings, patience.Token);
        }
        catch (OperationCanceledException) when (!stop.IsCancellationRequested)
        {
            return $"No answer in {Patience.TotalSeconds} seconds.";
        }
        catch (Exception broken)
            when (broken is IOException or HttpRequestException or System.Net.Sockets.SocketException
                || broken is System.Security.Authentication.AuthenticationException
            )
        {
            return broken.Message;
        }
    }

    static Task Keep(DutyDb db, long id, string? failure, Instant now)
    {
        var rows = db.Connections.Where(c => c.Id == id);
        return failure is null
            ? rows.ExecuteUpdateAsync(c =>
                c.SetProperty(x => x.LastSuccess, now).SetProperty(x => x.LastFailure, (string?)null)
            )
            : rows.ExecuteUpdateAsync(c => c.SetProperty(x => x.LastFailure, failure));
    }
}
