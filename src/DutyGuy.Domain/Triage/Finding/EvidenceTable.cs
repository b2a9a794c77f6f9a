namespace DutyGuy.Domain;

/// <summary>What the history tells of each person for one error: a row a person, a column a <see cref="Sign"/>.</summary>
public sealed class EvidenceTable
{
    private readonly Dictionary<int, int> _places = [];
    private readonly List<int> _people = [];
    private readonly List<float[]> _rows = [];
    private readonly Dictionary<Sign, float> _case = [];

    /// <summary>How many columns there are.</summary>
    public static int Width { get; } = Enum.GetValues<Sign>().Length;

    /// <summary>The people, in the order in which they were found.</summary>
    public IReadOnlyList<int> People => _people;

    /// <summary>The row of each of <see cref="People"/>.</summary>
    public IReadOnlyList<float[]> Rows => _rows;

    internal bool Has(int person) => _places.ContainsKey(person);

    internal float[] Of(int person)
    {
        if (_places.TryGetValue(person, out var place))
            return _rows[place];
        _places.Add(person, _rows.Count);
        _people.Add(person);
        var row = new float[Width];
        row[(int)Sign.TopLastAge] = row[(int)Sign.FramesLastAge] = Fading.Never;
        row[(int)Sign.FolderLastAge] = row[(int)Sign.LastAge] = Fading.Never;
        _rows.Add(row);
        return row;
    }

    internal void Add(int person, Sign sign, float value) => Of(person)[(int)sign] += value;

    internal void Least(int person, Sign sign, float value)
    {
        ref var cell = ref Of(person)[(int)sign];
        cell = Math.Min(cell, value);
    }

    internal void Most(int person, Sign sign, float value)
    {
        ref var cell = ref Of(person)[(int)sign];
        cell = Math.Max(cell, value);
    }

    /// <summary>Writes each person's part of a column's sum into another column.</summary>
    internal void Share(Sign of, Sign into)
    {
        var sum = _rows.Sum(row => row[(int)of]);
        if (sum > 0)
            foreach (var row in _rows)
                row[(int)into] = row[(int)of] / sum;
    }

    /// <summary>Writes 1, 1/2, 1/3 ... by a column, 0 for who has nothing in it, into another column.</summary>
    internal void Rank(Sign by, Sign into, bool leastFirst = false)
    {
        var nothing = leastFirst ? Fading.Never : 0f;
        var order = _rows.Where(row => row[(int)by] != nothing);
        var place = 0;
        foreach (
            var row in leastFirst ? order.OrderBy(row => row[(int)by]) : order.OrderByDescending(row => row[(int)by])
        )
            row[(int)into] = 1f / ++place;
    }

    private static bool Counts(float[] row) =>
        row[(int)Sign.SeasonShare] > 0
        || row[(int)Sign.TopEver] > 0
        || row[(int)Sign.FramesTouched] > 0
        || row[(int)Sign.NearAll] > 0;

    /// <summary>Brings a column of counts onto a scale on which the first ones count most.</summary>
    internal void Soften(Sign sign)
    {
        foreach (var row in _rows)
            row[(int)sign] = MathF.Log(1 + row[(int)sign]);
    }

    /// <summary>A column that is the same for everybody, written when all rows are there.</summary>
    internal void Case(Sign sign, float value) => _case[sign] = value;

    // Who neither works here now nor ever had to do with the frames' files is nobody to ask, unless there is nobody else.
    internal void Close()
    {
        var some = _rows.Exists(Counts);
        for (var place = _rows.Count - 1; place >= 0; place--)
            if (some && !Counts(_rows[place]))
            {
                _rows.RemoveAt(place);
                _people.RemoveAt(place);
            }
        _places.Clear();
        foreach (var (sign, value) in _case)
        foreach (var row in _rows)
            row[(int)sign] = value;
    }
}
