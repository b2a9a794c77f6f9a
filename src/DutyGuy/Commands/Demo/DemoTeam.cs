using System.Security.Cryptography;
using DutyGuy.Domain;
using NodaTime;

namespace DutyGuy.Commands.Demo;

/// <summary>The eight of the Clinic, their two duties, and a token for each, all made through the API.</summary>
sealed class DemoTeam : IDisposable
{
    public const string Engineering = "engineering";
    public const string DevOps = "devops";

    static readonly string[] Handles = ["mel", "ann", "ravi", "lea", "tom", "jo", "ines", "nicolas"];

    readonly Dictionary<string, DemoApi> people = new(StringComparer.Ordinal);
    readonly Uri server;
    readonly CancellationToken over;

    /// <summary>Nobody yet but who sets it all up; no call goes on when the demo is over.</summary>
    public DemoTeam(Uri server, string token, CancellationToken over)
    {
        (this.server, this.over) = (server, over);
        Administrator = new DemoApi(server, token, over);
    }

    /// <summary>Who sets it all up.</summary>
    public DemoApi Administrator { get; }

    public DemoApi this[string handle] => people[handle];

    public static string Name(string handle) => PersonRules.NameFrom(handle);

    /// <summary>A token that nobody could guess.</summary>
    public static string NewToken() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(24));

    public async Task Gather(LocalDate joined)
    {
        foreach (var handle in Handles)
            await Join(handle, joined);
        await Duty(Engineering, ["mel", "ravi", "lea", "jo", "ines", "tom", "nicolas"]);
        await Duty(DevOps, ["ann", "tom", "nicolas"]);
    }

    public void Dispose()
    {
        Administrator.Dispose();
        foreach (var person in people.Values)
            person.Dispose();
    }

    async Task Join(string handle, LocalDate joined)
    {
        var role = handle == "nicolas" ? Role.ProcessOwner : Role.Engineer;
        string[] emails = [$"{handle}@clinic.example"];
        await Administrator.Post(
            "people",
            new
            {
                handle,
                emails,
                joinedOn = joined,
                role,
            }
        );
        var made = await Administrator.Post(
            "tokens",
            new
            {
                name = $"{Name(handle)}, in the demo",
                role,
                person = handle,
            }
        );
        people[handle] = new DemoApi(server, made.Text("token"), over);
    }

    /// <summary>Everything of the Clinic is engineering's, named before it is there: what is new later would be asked for its duty.</summary>
    Task Duty(string id, string[] members)
    {
        string[] clinics = id == Engineering ? ["clinic"] : [];
        return Administrator.Post(
            "duties",
            new
            {
                id,
                members,
                playbook = id,
                repositories = clinics,
                projects = clinics,
            }
        );
    }
}
