namespace DutyGuy.Clockwork;

/// <summary>The one-time address for the first person, made at the start of an empty installation; printed once, kept nowhere.</summary>
public sealed class FirstAddress
{
    /// <summary><c>/welcome/...</c>, or null when somebody can come in already.</summary>
    public string? Path { get; set; }

    /// <summary>What the first start says.</summary>
    public string? Sentence(string publicAddress) =>
        Path is null
            ? null
            : $"""

                Nobody has an account yet. Name the first person, who becomes administrator, here:
                  {Local(publicAddress).TrimEnd('/')}{Path}
                The address works once, for three days. Start again for a new one.
                """;

    /// <summary>"Every address of this machine" is no address that one can open.</summary>
    static string Local(string address) =>
        address
            .Replace("0.0.0.0", "localhost", StringComparison.Ordinal)
            .Replace("[::]", "localhost", StringComparison.Ordinal);
}
