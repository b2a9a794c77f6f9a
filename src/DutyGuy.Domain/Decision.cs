using NodaTime;

namespace DutyGuy.Domain;

/// <summary>What a decision wants to be kept and sent; stored in one transaction, effects by their keys once.</summary>
public sealed record Decision
{
    /// <summary>Nothing to do.</summary>
    public static readonly Decision None = new();

    /// <summary>Rows to write: new ones (number 0) and newer states of old ones.</summary>
    public IReadOnlyList<object> Rows { get; init; } = [];

    /// <summary>Facts to append.</summary>
    public IReadOnlyList<Fact> Facts { get; init; } = [];

    /// <summary>Messages to send, unless their key was used before.</summary>
    public IReadOnlyList<NewMessage> Messages { get; init; } = [];

    /// <summary>Nothing to keep and nothing to send.</summary>
    public bool IsEmpty => Rows.Count == 0 && Facts.Count == 0 && Messages.Count == 0;

    /// <summary>Both, one after the other.</summary>
    public static Decision operator +(Decision first, Decision second) =>
        new()
        {
            Rows = [.. first.Rows, .. second.Rows],
            Facts = [.. first.Facts, .. second.Facts],
            Messages = [.. first.Messages, .. second.Messages],
        };
}

/// <summary>A message to be sent once.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Key">Unique for ever.</param>
/// <param name="To">A handle, or <see cref="Team"/>.</param>
/// <param name="Text">The words.</param>
/// <param name="Link">Page of the product; <c>{id}</c> stands for the number of <paramref name="About"/>.</param>
/// <param name="About">The row that the link is about.</param>
/// <param name="NotBefore">When it goes out; at once when null.</param>
public sealed record NewMessage(
    OutboxKind Kind,
    string Key,
    string To,
    string Text,
    string? Link = null,
    object? About = null,
    Instant? NotBefore = null
)
{
    /// <summary>Everybody: the channel, where one is connected.</summary>
    public const string Team = "team";
}

/// <summary>Keys of effects: an effect with a used key does not happen again.</summary>
public static class EffectKeys
{
    /// <summary>One poke for a life of an error and a person; never holds the duty, so that two duties poke once.</summary>
    public static string Poke(long error, int life, string person) => $"poke({error}, {life}, {person})";

    /// <summary>One poke for a commit that broke main and its author.</summary>
    public static string PokeCulprit(string commit, string person) => $"poke({commit}, {person})";

    /// <summary>One ticket for a life of an error.</summary>
    public static string Ticket(long error, int life) => $"ticket({error}, {life})";

    /// <summary>One assignment for a life, a person and its cause.</summary>
    public static string Assign(long error, int life, string person, string cause) =>
        $"assign({error}, {life}, {person}, {cause})";

    /// <summary>One deploy for a rollout.</summary>
    public static string Deploy(long rollout) => $"deploy({rollout})";

    /// <summary>One run of the command that goes back; a person may press again when the one before failed.</summary>
    public static string RollBack(long rollout, int attempt) => $"roll back({rollout}, {attempt})";
}
