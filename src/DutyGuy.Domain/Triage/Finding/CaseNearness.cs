namespace DutyGuy.Domain;

/// <summary>How near a file is to the error.</summary>
/// <param name="Kin">0..1: like words in the path.</param>
/// <param name="Together">How often it changed in one commit with a frame's file.</param>
internal readonly record struct Nearness(bool SameFolder, bool SameArea, bool SameKind, float Kin, float Together);

/// <summary>Tells how near files are to one error, each file once.</summary>
internal sealed class CaseNearness
{
    private readonly SourceIndex _index;
    private readonly PathWords _words;
    private readonly IReadOnlyDictionary<int, float> _together;
    private readonly Dictionary<int, Nearness> _known = [];
    private readonly Dictionary<int, float> _case = [];
    private readonly int _paths;
    private readonly float[] _weights;
    private readonly float _length;
    private readonly string _folder;
    private readonly string _area;
    private readonly string _kind;

    public CaseNearness(
        SourceIndex index,
        PathWords words,
        OwnerQuestion question,
        List<OwnerFrame> frames,
        IReadOnlyDictionary<int, float> together
    )
    {
        (_index, _words, _together) = (index, words, together);
        _paths = question.Known > 0 ? index.PathsKnown[question.Known - 1] : 0;
        _weights = new float[words.Count];
        Array.Fill(_weights, -1);
        var top = frames.Count > 0 ? frames[0].Path! : "";
        (_folder, _area, _kind) = (SourceKind.Folder(top), SourceKind.Area(top), SourceKind.Kind(top));
        for (var place = 0; place < frames.Count; place++)
            foreach (var word in words.Known(frames[place].Path + " " + frames[place].Function).Distinct())
                _case[word] = _case.GetValueOrDefault(word) + (Weight(word) / (1 + place));
        _length = MathF.Sqrt(_case.Values.Sum(weight => weight * weight));
    }

    public Nearness Of(int path)
    {
        if (_known.TryGetValue(path, out var known))
            return known;
        var name = _index.PathName(path);
        known = new Nearness(
            SourceKind.IsInFolder(name, _folder),
            SourceKind.IsInArea(name, _area),
            name.AsSpan(name.LastIndexOf('.') + 1).SequenceEqual(_kind),
            Kin(path),
            _together.GetValueOrDefault(path)
        );
        _known.Add(path, known);
        return known;
    }

    private float Kin(int path)
    {
        var (dot, square) = (0f, 0f);
        foreach (var word in _words.Of(path))
        {
            var weight = Weight(word);
            square += weight * weight;
            dot += weight * _case.GetValueOrDefault(word);
        }
        var cosine = square > 0 && _length > 0 ? dot / (MathF.Sqrt(square) * _length) : 0;
        return cosine * cosine;
    }

    private float Weight(int word)
    {
        if (_weights[word] < 0)
            _weights[word] = _words.Weight(word, _paths);
        return _weights[word];
    }
}
