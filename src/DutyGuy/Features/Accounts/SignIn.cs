using System.Globalization;
using DutyGuy.Web;
using Microsoft.AspNetCore.Http.HttpResults;
using NodaTime;

namespace DutyGuy.Features.Accounts;

/// <summary>The door: name and password.</summary>
static class SignIn
{
    const int LongestPassword = 500;

    public static IResult Show(HttpContext context, string? to) =>
        Caller.From(context.User) is null
            ? Page(200, null, null, to)
            : TypedResults.LocalRedirect(LocalPath.OrHome(to));

    public static async Task<IResult> Try(HttpContext context, SignInDesk desk, SignInLimit limit)
    {
        var form = await context.Request.Fields();
        var (name, password, to) = (form["name"].ToString(), form["password"].ToString(), form["to"].ToString());
        var address = "address " + context.Connection.RemoteIpAddress;
        if (limit.Take(name, address) is { } wait)
            return TooOften(context, wait, name, to);
        if (password.Length > LongestPassword || await desk.Check(name, password) is not var (person, account))
            return Page(401, new("Name and password do not match.", Again), name, to);
        limit.Forgive(name, address);
        await SessionCookie.Begin(context, person, account, form["keep"] == "on");
        return TypedResults.LocalRedirect(LocalPath.OrHome(to));
    }

    const string Again = "Try again, or ask an administrator for a new one-time address.";

    static IResult TooOften(HttpContext context, Duration wait, string name, string to)
    {
        var seconds = (int)Math.Ceiling(wait.TotalSeconds);
        context.Response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
        var minutes = (seconds + 59) / 60;
        return Page(
            429,
            new("Too many tries.", $"Wait {minutes} minutes, or ask an administrator for a new one-time address."),
            name,
            to
        );
    }

    static RazorComponentResult<SignInPage> Page(int status, DoorError? error, string? name, string? to) =>
        new(
            new
            {
                Error = error,
                Name = name,
                To = LocalPath.OrHome(to),
            }
        )
        {
            StatusCode = status,
        };
}

/// <summary>What is wrong, and what to do.</summary>
public sealed record DoorError(string What, string Mend);
