using System.Text.RegularExpressions;

namespace DutyGuy.Domain;

/// <summary>The name of a type as people say it.</summary>
internal static partial class TypeName
{
    /// <summary>
    /// Without namespace, module, assembly and type arguments; a nested type keeps the one around it (`Orders.Refused`).
    /// What is no name of a type stays as it is.
    /// </summary>
    public static string Of(string type)
    {
        var told = type.Trim();
        var name = Generics(told.Split(", ")[0]).TrimStart('*', '&');
        return IsName().IsMatch(name) && Plain(name) is { Length: > 0 } plain ? plain : told;
    }

    private static string Plain(string name)
    {
        var nested = name[(name.LastIndexOfAny(['.', ':', '\\', '/']) + 1)..].Split('+', '$');
        return string.Join('.', nested.Where(part => part.Length > 0 && !char.IsAsciiDigit(part[0])));
    }

    // Foo`1[[System.Int32, mscorlib]], Foo<Bar<int>>, and what a compiler made: Orders+<>c__DisplayClass5_0+Refused.
    private static string Generics(string type)
    {
        var name = MadeUp().Replace(type, "");
        name = name.IndexOf('[', StringComparison.Ordinal) is > 0 and var bracket ? name[..bracket] : name;
        for (var before = ""; before != name; )
            (before, name) = (name, Arguments().Replace(name, ""));
        return name;
    }

    [GeneratedRegex(@"\+<[^+]*(?=\+|$)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex MadeUp();

    [GeneratedRegex(@"<[^<>]*>|`\d+", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Arguments();

    // A name ends in one; “HTTP/1.1 failed” and “v1.2” do not.
    [GeneratedRegex(@"^[\w.:\\/+$@~-]*[\p{L}_][\w$+-]*$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex IsName();
}
