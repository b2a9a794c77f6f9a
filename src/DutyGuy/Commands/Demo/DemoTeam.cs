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

    DemoTeam(DemoApi administrator) => Administrator = administrator;

    /// <summary>Who set it all up.</summary>
    public DemoApi Administrator { get; }

    public DemoApi this[string handle] => people[handle];

    public static string Name(string handle) => PersonRules.NameFrom(handle);

    /// <summary>A token that nobody could guess.</summary>
    public static string NewToken() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(24));

    public static async Task<DemoTeam> Create(Uri server, string token, LocalDate joined)
    {
        var team = new DemoTeam(new DemoApi(server, token));
        foreach (var handle in Handles)
            await team.Join(server, handle, joined);
        await team.Duty(Engineering, ["mel", "ravi", "lea", "jo", "ines", "tom", "nicolas"]);
        await team.Duty(DevOps, ["ann", "tom", "nicolas"]);
        return team;
    }

    public void Dispose()
    {
        Administrator.Dispose();
        foreach (var person in people.Values)
            person.Dispose();
    }

    async Task Join(Uri server, string handle, LocalDate joined)
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
        people[handle] = new DemoApi(server, made.Text("token"));
    }

    /// <summary>Everything of the Clinic is engineering's; a duty that names nothing would get what nobody names.</summary>
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
