using System.CommandLine;
using System.Text.Json;

namespace DutyGuy.Commands.Client;

/// <summary>One run of a verb: what was given, whom to ask, and where the answer goes.</summary>
sealed class Asked(ParseResult parsed, DutyClient api)
{
    JsonElement? people;

    public DutyClient Api => api;

    public bool WantsJson => parsed.GetValue(ServerVerb.Json);

    public TextWriter Out => parsed.InvocationConfiguration.Output;

    public T? Get<T>(Option<T> option) => parsed.GetValue(option);

    public T Get<T>(Argument<T> argument) => parsed.GetValue(argument)!;

    /// <summary>The API's JSON for programs, else what the verb writes for people.</summary>
    public void Answer(JsonElement answer, Action forPeople)
    {
        if (WantsJson)
            Out.WriteLine(answer.GetRawText());
        else
            forPeople();
    }

    /// <summary>The API's JSON for programs, else a sentence.</summary>
    public void Answer(JsonElement answer, string sentence) => Answer(answer, () => Out.WriteLine(sentence));

    /// <summary>The duty that was named, or the only one there is.</summary>
    public async Task<DutyShown> Duty()
    {
        var duties = await Duties();
        return duties.Count == 1
            ? duties[0]
            : throw new CommandRefused(
                $"There are several duties. Say which: --duty {string.Join(" or --duty ", duties.Select(d => d.Id))}.",
                CommandRefused.WrongUsage
            );
    }

    /// <summary>The duty that was named, or all; at least one.</summary>
    public async Task<IReadOnlyList<DutyShown>> Duties()
    {
        var all = (await api.Get("duties")).Items().Select(DutyShown.Of).ToList();
        if (all.Count == 0)
            throw new CommandRefused("There is no duty yet. Set one up: docs/first-team.md says how.");
        if (parsed.GetValue(ServerVerb.Duty) is not { } named)
            return all;
        return all.Find(d => d.Id == named) is { } one
            ? [one]
            : throw new CommandRefused(
                $"There is no duty “{named}”. There are: {string.Join(", ", all.Select(d => d.Id))}."
            );
    }

    /// <summary>The name of a person, by the handle.</summary>
    public async Task<string> NameOf(string handle)
    {
        people ??= await api.Get("people");
        var found = people.Value.Items().FirstOrDefault(p => p.Text("handle") == handle);
        return found.ValueKind == JsonValueKind.Object ? found.Text("name") : handle;
    }
}
