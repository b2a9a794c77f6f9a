namespace DutyGuy.Domain;

/// <summary>
/// Ranks the people of a repository for an error. The first answer needs the index alone; when the writers of the lines
/// are known (see <see cref="LineTrace"/>) the same question is answered better.
/// </summary>
public sealed class PersonFinder
{
    /// <summary>How many people an answer names when nobody says how many.</summary>
    public const int MostNamed = 10;

    private static readonly Lazy<OwnerModel> ShippedAtOnce = new(() => Shipped("owners-at-once.txt"));
    private static readonly Lazy<OwnerModel> ShippedWithLines = new(() => Shipped("owners-with-lines.txt"));

    private readonly SourceIndex _index;
    private readonly PathWords _words;
    private readonly OwnerModel _atOnce;
    private readonly OwnerModel _withLines;

    /// <summary>A finder with the models that ship with the program.</summary>
    public PersonFinder(SourceIndex index)
        : this(index, ShippedAtOnce.Value, ShippedWithLines.Value) { }

    /// <summary>A finder with other models.</summary>
    public PersonFinder(SourceIndex index, OwnerModel atOnce, OwnerModel withLines) =>
        (_index, _words, _atOnce, _withLines) = (index, new PathWords(index), atOnce, withLines);

    /// <summary>The people for an error, best first.</summary>
    /// <param name="lines">Who wrote the frames' lines; none when nobody looked yet.</param>
    /// <param name="named">How many people the answer names at most.</param>
    public OwnerRanking Rank(OwnerQuestion question, IReadOnlyList<WrittenLine> lines, int named = MostNamed)
    {
        _words.Grow();
        var table = Evidence.Gather(_index, _words, question, lines);
        var model = lines.Count > 0 ? _withLines : _atOnce;
        var scores = table.Rows.Select(model.Score).ToArray();
        var probabilities = model.Probabilities(scores);
        // Equal scores are told apart by the person's number, so that the same question has the same answer.
        var best = Enumerable
            .Range(0, scores.Length)
            .OrderByDescending(place => scores[place])
            .ThenBy(place => table.People[place])
            .Take(named)
            .ToList();
        var addresses = Addresses(best.Select(place => table.People[place]), question.Known);
        var reasons = new OwnerReasons(_index, question, lines);
        return new OwnerRanking([
            .. best.Select(place => new OwnerCandidate(
                table.People[place],
                addresses[table.People[place]],
                probabilities[place],
                reasons.Of(table.People[place], table.Rows[place])
            )),
        ]);
    }

    // The address of each person's last commit: one of a trailer may be mistyped.
    private Dictionary<int, string> Addresses(IEnumerable<int> people, int known)
    {
        var asked = people.ToHashSet();
        var found = asked.ToDictionary(person => person, person => _index.People[person].Mail);
        for (var commit = known - 1; commit >= 0 && asked.Count > 0; commit--)
            if (asked.Remove(_index.AuthorOf(commit)))
                found[_index.AuthorOf(commit)] = _index.People[_index.Authors[commit]].Mail;
        return found;
    }

    private static OwnerModel Shipped(string name)
    {
        using var stream =
            typeof(PersonFinder).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"{name} is not in the program.");
        using var text = new StreamReader(stream);
        return OwnerModel.Read(text);
    }
}
