using System.Globalization;
using System.Text;

namespace DutyGuy.Domain;

/// <summary>A value by which an event names its user, where it stands in a text by itself.</summary>
internal static class PersonsValue
{
    private const string Blot = "[user]";

    // A shorter number ("7") is in every other message.
    private const int FewestDigits = 4;

    /// <summary>The text with `[user]` in place of the value, which is looked for as a whole word, in any case of letters.</summary>
    public static string BlotOut(string text, string value)
    {
        value = value.Trim();
        text = Replace(text, value);
        // As a part of an address.
        return value.Contains(' ') ? Replace(text, value.Replace(" ", "%20", StringComparison.Ordinal)) : text;
    }

    /// <summary>Not `undefined`, `Test User`, `[object Object]`, `-` or `7`: of those a message is made, and nobody is named.</summary>
    public static bool NamesSomebody(string value)
    {
        var digits = 0;
        foreach (var word in Words(value))
            if (word.All(char.IsDigit))
                digits += word.Length;
            else if (word.Length > 1 && !OrdinaryWords.Has(word))
                return true;
        return digits >= FewestDigits;
    }

    private static string Replace(string text, string value)
    {
        var at = value.Length == 0 ? -1 : text.IndexOf(value, StringComparison.OrdinalIgnoreCase);
        // Most texts do not have it: only then it matters what it is.
        if (at < 0 || !NamesSomebody(value))
            return text;
        StringBuilder? clean = null;
        var from = 0;
        for (; at >= 0; at = text.IndexOf(value, at, StringComparison.OrdinalIgnoreCase))
            if (BeginsWord(text, at) && EndsWord(text, at + value.Length))
            {
                clean = (clean ?? new()).Append(text, from, at - from).Append(Blot);
                from = at += value.Length;
            }
            else
                at++;
        return clean is null ? text : clean.Append(text, from, text.Length - from).ToString();
    }

    private static IEnumerable<string> Words(string value)
    {
        for (var i = 0; i < value.Length; i++)
        {
            var begin = i;
            while (i < value.Length && OfWord(value, i))
                i++;
            if (i > begin)
                yield return value[begin..i];
        }
    }

    private static bool BeginsWord(string text, int at) =>
        at == 0 || !OfWord(text, at - 1) || !OfWord(text, at) || HasNoSpaces(text[at]) || IsEscape(text, at - 3);

    private static bool EndsWord(string text, int end) =>
        end == text.Length || !OfWord(text, end) || !OfWord(text, end - 1) || HasNoSpaces(text[end - 1]);

    /// <summary>A letter or a digit of any script, or what belongs to one; an underscore joins words, it is no part of them.</summary>
    private static bool OfWord(string text, int at) =>
        CharUnicodeInfo.GetUnicodeCategory(text, at)
            is UnicodeCategory.UppercaseLetter
                or UnicodeCategory.LowercaseLetter
                or UnicodeCategory.TitlecaseLetter
                or UnicodeCategory.ModifierLetter
                or UnicodeCategory.OtherLetter
                or UnicodeCategory.NonSpacingMark
                or UnicodeCategory.SpacingCombiningMark
                or UnicodeCategory.DecimalDigitNumber
                or UnicodeCategory.LetterNumber;

    /// <summary>Chinese, Japanese, Thai and their neighbours are written without spaces: there any place may end a word.</summary>
    private static bool HasNoSpaces(char letter) =>
        letter
            is (>= '\u0e00' and <= '\u0eff')
                or (>= '\u1000' and <= '\u109f')
                or (>= '\u1780' and <= '\u17ff')
                or (>= '\u3040' and <= '\u9fff')
                or (>= '\uf900' and <= '\ufaff');

    /// <summary>"%2Flea": what stands before is no word.</summary>
    private static bool IsEscape(string text, int at) =>
        at >= 0 && text[at] == '%' && char.IsAsciiHexDigit(text[at + 1]) && char.IsAsciiHexDigit(text[at + 2]);
}
