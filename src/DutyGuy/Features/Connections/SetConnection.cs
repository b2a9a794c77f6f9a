using DutyGuy.Domain;
using DutyGuy.Store;
using DutyGuy.Web;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace DutyGuy.Features.Connections;

/// <summary>Writes a connection; its secrets are encrypted before they are kept.</summary>
static class SetConnection
{
    public static async Task<Outcome<ConnectionView>> Add(
        DutyDb db,
        NewConnection asked,
        SecretBox box,
        Caller caller,
        Instant now
    )
    {
        if (await Wrong(db, asked) is { } wrong)
            return wrong;
        db.Append(Told(asked, "was connected", caller, now));
        return ConnectionView.Of(await db.Insert(Fill(new Connection { Kind = asked.Kind, Name = "" }, asked, box)));
    }

    /// <summary>Sets all that may be seen anew; a secret that is left out stays.</summary>
    public static async Task<Outcome<ConnectionView>> Set(
        DutyDb db,
        long id,
        NewConnection asked,
        SecretBox box,
        Caller caller,
        Instant now
    )
    {
        if (await db.Connections.FirstOrDefaultAsync(c => c.Id == id) is not { } before)
            return Refusal.NotFound($"There is no connection {id}.");
        if (asked.Kind != before.Kind)
            return Refusal.Invalid("The kind of a connection never changes. Make a new one.", "kind");
        if (await Wrong(db, asked) is { } wrong)
            return wrong;
        db.Append(Told(asked, "was changed", caller, now));
        var after = Fill(before, asked, box);
        await db.Replace(after);
        return ConnectionView.Of(after);
    }

    static async Task<Refusal?> Wrong(DutyDb db, NewConnection asked)
    {
        if (ConnectionRules.Wrong(asked.Kind, asked.Name, asked.Settings) is { } wrong)
            return wrong;
        return
            asked.Settings.TryGetValue("project", out var project)
            && int.Parse(project) is var number
            && !await db.Projects.AnyAsync(p => p.Id == number)
            ? Refusal.Invalid($"There is no project {number}. GET projects lists them.", "settings")
            : null;
    }

    static Connection Fill(Connection before, NewConnection asked, SecretBox box)
    {
        var secret = ConnectionRules.Of(asked.Kind).Secret;
        var secrets = before.Secrets.ToDictionary(StringComparer.Ordinal);
        foreach (var (name, value) in asked.Settings.Where(s => secret.Contains(s.Key)))
            secrets[name] = box.Seal(value);
        return before with
        {
            Name = asked.Name.Trim(),
            Settings = asked.Settings.Where(s => !secret.Contains(s.Key)).ToDictionary(StringComparer.Ordinal),
            Secrets = secrets,
            // Another histogram may be meant now: what can be read of it is read anew.
            ReadUntil = null,
        };
    }

    static Fact Told(NewConnection asked, string what, Caller caller, Instant now) =>
        new()
        {
            At = now,
            Kind = FactKind.Source,
            Source = caller.Name,
            Subject = "connection:" + asked.Name.Trim(),
            Text = $"The {Words.Of(asked.Kind)} connection “{asked.Name.Trim()}” {what} by {caller.Name}.",
        };
}
