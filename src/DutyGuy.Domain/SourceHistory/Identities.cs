using System.Buffers;
using System.Text.RegularExpressions;

namespace DutyGuy.Domain;

/// <summary>
/// Joins what commits bear to people: one person has the same address, the same full name, or the same login of a forge.
/// A person is the number of one of their signatures.
/// </summary>
public sealed partial class Identities
{
    // Nearly every name has none of these: the slower look is for the others.
    private static readonly SearchValues<string> MaybeBot = SearchValues.Create(
        [
            .. (string[])
                ["bot", "renovate", "weblate", "transifex", "crowdin", "greenkeeper", "snyk", "pyup", "actions"],
            .. (string[])["jenkins", "zuul", "releaser", "anthropic", "copilot", "claude", "cursoragent", "devin-ai"],
        ],
        StringComparison.OrdinalIgnoreCase
    );

    private readonly Dictionary<Signature, int> _known = [];
    private readonly Dictionary<string, int> _bearers = new(StringComparer.Ordinal);
    private readonly List<Signature> _signatures = [];
    private readonly List<int> _parents = [];
    private readonly List<bool> _bots = [];

    /// <summary>How many signatures there are.</summary>
    public int Count => _signatures.Count;

    /// <summary>The number of a signature; a new one is joined to its person at once.</summary>
    public int Of(Signature signature)
    {
        if (_known.TryGetValue(signature, out var number))
            return number;
        number = _signatures.Count;
        _known.Add(signature, number);
        _signatures.Add(signature);
        _parents.Add(number);
        _bots.Add(IsBot(signature.Mail) || IsBot(signature.Name));
        foreach (var mark in Marks(signature))
            if (!_bearers.TryAdd(mark, number))
                Join(_bearers[mark], number);
        return number;
    }

    /// <summary>The signature that a number stands for.</summary>
    public Signature this[int number] => _signatures[number];

    /// <summary>The person behind a signature.</summary>
    public int PersonOf(int number)
    {
        while (_parents[number] != number)
            number = _parents[number] = _parents[_parents[number]];
        return number;
    }

    /// <summary>A person that is a program.</summary>
    public bool IsBot(int person) => _bots[PersonOf(person)];

    /// <summary>All signatures of a person.</summary>
    public IEnumerable<Signature> Of(int person)
    {
        var root = PersonOf(person);
        return Enumerable.Range(0, Count).Where(number => PersonOf(number) == root).Select(number => this[number]);
    }

    private static bool IsBot(string text) => text.AsSpan().ContainsAny(MaybeBot) && Bot().IsMatch(text);

    private void Join(int one, int other)
    {
        var (root, joined) = (PersonOf(one), PersonOf(other));
        _parents[joined] = root;
        _bots[root] |= _bots[joined];
    }

    private static IEnumerable<string> Marks(Signature signature)
    {
        var mail = signature.Mail.Trim().ToLowerInvariant();
        yield return "m:" + mail;
        if (
            mail.Contains("@users.noreply.", StringComparison.Ordinal) && Forge().Match(mail) is { Success: true } forge
        )
            yield return "l:" + forge.Groups["login"].Value;
        var name = signature.Name.Trim().ToLowerInvariant();
        if (name.Contains("  ", StringComparison.Ordinal) || name.Contains('\t'))
            name = Spaces().Replace(name, " ");
        if (name.Length >= 6 && name is not ("unknown" or "github" or "root user"))
            yield return "n:" + name;
    }

    [GeneratedRegex(@"^(\d+\+)?(?<login>[^@]+)@users\.noreply\.", RegexOptions.ExplicitCapture, 60_000)]
    private static partial Regex Forge();

    [GeneratedRegex(@"\s+", RegexOptions.None, 60_000)]
    private static partial Regex Spaces();

    [GeneratedRegex(
        @"\[bot\]|\bbot@|(^|[-_ .])bot($|[-_ .@])|dependabot|renovate|weblate|transifex|crowdin|greenkeeper|snyk|imgbot|pyup|"
            + @"github-actions|jenkins|zuul@|releaser|riotrobot|noreply@anthropic|copilot|claude|cursoragent|devin-ai",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture,
        60_000
    )]
    private static partial Regex Bot();
}
