using NodaTime;

namespace DutyGuy.Domain;

/// <summary>Walks over the words of a condition; tells a problem where a word is not the expected one.</summary>
internal sealed class TokenReader(Phrase phrase, Problems problems)
{
    private readonly List<Phrase> tokens = Token.Cut(phrase);
    private int position;

    public int Count => tokens.Count;

    private Phrase? Next => position < tokens.Count ? tokens[position] : null;

    public bool Take(string text)
    {
        var found = Next is { } next && next.Is(text);
        position += found ? 1 : 0;
        return found;
    }

    /// <summary>These words in this order.</summary>
    public bool Expect(string words) => words.Split(' ').All(word => OneOf(word) is not null);

    public string? OneOf(params string[] words)
    {
        if (words.FirstOrDefault(Take) is { } taken)
            return taken;
        Missing(string.Join(", ", words.Select(word => $"“{word}”")), words);
        return null;
    }

    public Phrase? Word(string what)
    {
        if (Next is not { } next || !char.IsLetter(next.Text[0]))
        {
            Missing(what);
            return null;
        }
        position++;
        return next;
    }

    /// <summary>The name of an environment.</summary>
    public string? Name() => Word("the name of an environment")?.Text;

    public Comparison? Comparison() =>
        OneOf("<", "<=", "=", ">=", ">") switch
        {
            "<" => Domain.Comparison.Less,
            "<=" => Domain.Comparison.AtMost,
            "=" => Domain.Comparison.Equal,
            ">=" => Domain.Comparison.AtLeast,
            ">" => Domain.Comparison.More,
            _ => null,
        };

    public int? Number() => Value("a number", Values.Number);

    public LocalTime? TimeOfDay() => Value("a time such as “16:00”", Values.TimeOfDay);

    public Duration? Length()
    {
        if (Number() is not { } number || OneOf([.. Values.Units]) is not { } unit)
            return null;
        if (Values.Length(number, unit) is { } length)
            return length;
        problems.Add(tokens[position - 2], $"“{number} {unit}” is too long");
        return null;
    }

    /// <summary>Nothing may follow.</summary>
    public bool End()
    {
        if (Next is { } rest)
            problems.Add(
                rest,
                $"“{rest.Text}” does not belong here",
                Suggest.Nearest(rest.Text, ["and", "or", "where"])
            );
        return Next is null;
    }

    private T? Value<T>(string what, Func<string, T?> read)
        where T : struct
    {
        if (Next is { } next && read(next.Text) is { } value)
        {
            position++;
            return value;
        }
        Missing(what);
        return null;
    }

    private void Missing(string expected, params string[] words)
    {
        if (Next is { } next)
            problems.Add(next, $"Here stands “{next.Text}” instead of {expected}", Suggest.Nearest(next.Text, words));
        else
            problems.Add(phrase.Part(phrase.Text.Length), $"Here is missing: {expected}");
    }
}
