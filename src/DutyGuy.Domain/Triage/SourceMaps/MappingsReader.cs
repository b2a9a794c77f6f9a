namespace DutyGuy.Domain;

/// <summary>
/// The `mappings` of a source map: lines end with `;`, segments with `,`, and a segment is 1, 4 or 5 numbers, each in base 64
/// with its low digits first and told as the difference to the one before.
/// </summary>
internal ref struct MappingsReader(ReadOnlySpan<byte> text, MapSection section)
{
    private const int Continues = 32;
    private const int MostShift = 30;
    private static readonly sbyte[] Digits = MakeDigits();

    private readonly ReadOnlySpan<byte> text = text;
    private readonly MapSection section = section;
    private int at;
    private int segment;
    private int line;
    private int column;
    private int source;
    private int sourceLine;
    private int sourceColumn;
    private int name;

    /// <summary>Adds them all.</summary>
    public void ReadInto(List<Mapping> all, int most)
    {
        while (at < text.Length)
            switch (text[at])
            {
                case (byte)';':
                    (at, line, column, segment) = (at + 1, line + 1, 0, 0);
                    break;
                case (byte)',':
                    at++;
                    break;
                default:
                    segment++;
                    if (section.Place(Segment()) is { } mapping)
                        all.Add(mapping);
                    if (all.Count > most)
                        throw Wrong($"has the {most + 1:N0}th mapping; at most {most:N0} are read");
                    break;
            }
    }

    private Mapping Segment()
    {
        Span<int> numbers = stackalloc int[5];
        var count = 0;
        while (at < text.Length && text[at] is not ((byte)',' or (byte)';'))
        {
            if (count == numbers.Length)
                throw Wrong("has more than 5 numbers");
            numbers[count++] = Number();
        }
        column = Sum(column, numbers[0], "column", int.MaxValue);
        if (count == 1)
            return new Mapping(line, column, -1, 0, 0, -1);
        if (count < 4)
            throw Wrong($"has {count} numbers, where 1, 4 or 5 are right");
        source = Sum(source, numbers[1], "source", section.Sources);
        sourceLine = Sum(sourceLine, numbers[2], "line of the source", int.MaxValue);
        sourceColumn = Sum(sourceColumn, numbers[3], "column of the source", int.MaxValue);
        if (count == 5)
            name = Sum(name, numbers[4], "name", section.Names);
        return new Mapping(line, column, source, sourceLine, sourceColumn, count == 5 ? name : -1);
    }

    private int Number()
    {
        var (value, shift) = (0L, 0);
        while (true)
        {
            if (at == text.Length || text[at] is (byte)',' or (byte)';')
                throw Wrong("ends within a number");
            var digit = text[at] < Digits.Length ? Digits[text[at]] : -1;
            if (digit < 0)
                throw Wrong($"has a character that is no digit of base 64 (number {text[at]})");
            if (shift > MostShift)
                throw Wrong("has a number of more than 32 bits");
            at++;
            value |= (long)(digit & (Continues - 1)) << shift;
            shift += 5;
            if ((digit & Continues) == 0)
                break;
        }
        if (value >> 1 > int.MaxValue)
            throw Wrong("has a number of more than 32 bits");
        return (value & 1) == 0 ? (int)(value >> 1) : -(int)(value >> 1);
    }

    private readonly int Sum(int before, int difference, string what, int most)
    {
        var sum = (long)before + difference;
        if (sum >= 0 && sum < most)
            return (int)sum;
        throw Wrong(
            $"leads to {what} "
                + (most == int.MaxValue ? $"{sum}" : $"number {sum}, and there are {most}, counted from 0")
        );
    }

    private readonly FormatException Wrong(string what) =>
        new($"{section.Field}mappings, line {line + 1}, segment {segment}: it {what}.");

    private static sbyte[] MakeDigits()
    {
        const string letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
        var digits = new sbyte[128];
        Array.Fill(digits, (sbyte)-1);
        for (var i = 0; i < letters.Length; i++)
            digits[letters[i]] = (sbyte)i;
        return digits;
    }
}
