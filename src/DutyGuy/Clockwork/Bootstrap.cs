using DutyGuy.Commands;
using DutyGuy.Domain;
using DutyGuy.Store;
using DutyGuy.Web;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace DutyGuy.Clockwork;

/// <summary>First of all at start: the tables are there, and somebody can come in.</summary>
sealed class Bootstrap(
    DutyStore store,
    ServeSettings settings,
    IClock clock,
    Passes passes,
    FirstAddress firstAddress,
    SecretBox box
) : IHostedService
{
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        _ = passes;
        await using (var db = Database.Opener(settings.Database)())
            await Schema.BringUpToDate(db, settings.Database, cancellationToken);
        await NewGrouping.BringUpToDate(store, clock.GetCurrentInstant());
        if (settings.ForgetSecrets)
            await store.Change(StartChecks.ForgetSecrets, cancellationToken);
        await store.Read(db => StartChecks.Secrets(db, box));
        await store.Read(StartChecks.Playbooks);
        if (settings.BootstrapToken is { } token)
            await store.Change(db => AddFirstToken(db, token), cancellationToken);
        else if (!settings.Demo)
            firstAddress.Path = await store.Change(MakeFirstAddress, cancellationToken);
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    async Task AddFirstToken(DutyDb db, string token)
    {
        if (await db.Tokens.AnyAsync())
            return;
        await db.Insert(
            new ApiToken
            {
                Name = "bootstrap",
                Hash = Secrets.Hash(token),
                Role = Role.Administrator,
                CreatedAt = clock.GetCurrentInstant(),
            }
        );
    }

    /// <summary>Null when somebody has an account, or a program could make one.</summary>
    async Task<string?> MakeFirstAddress(DutyDb db)
    {
        if (await db.Accounts.AnyAsync() || await db.Tokens.AnyAsync(t => t.WithdrawnAt == null))
            return null;
        var secret = Secrets.New();
        await db.MakeOneTimeAddress(null, Secrets.Hash(secret), clock.GetCurrentInstant());
        return "/welcome/" + secret;
    }
}
