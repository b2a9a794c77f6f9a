using System.Text.RegularExpressions;

namespace DutyGuy.Domain;

/// <summary>
/// Where a frame is, by the names in the source: without what compilers, bundlers, browsers, module systems and folders of a
/// build change. A function without a name of its own is empty.
/// </summary>
internal readonly partial record struct CodeName(string Place, string Function)
{
    /// <summary>What a lambda is called after the function around it.</summary>
    public const string Lambda = ">lambda";

    private static readonly HashSet<string> Nameless = CodeWords.Set(
        """
        ? <anonymous> anonymous <unknown> unknown eval <eval> <lambda> <listcomp> <genexpr> <dictcomp>
        <setcomp> {closure}
        """
    );

    // Files whose name says nothing without their folder.
    private static readonly HashSet<string> CommonFiles = CodeWords.Set(
        """
        index __init__ mod page route routes init utils util helpers helper common models model views
        view tasks service services handler handlers controller api types store actions layout app main
        """
    );

    // Folders that say nothing.
    private static readonly HashSet<string> CommonFolders = CodeWords.Set(
        """
        app src dist build builds out lib current release releases code workspace srv opt var www assets
        static js public controllers
        """
    );

    /// <summary>The words of the function, the outermost of those within each other.</summary>
    public IReadOnlyList<string> FunctionWords => CodeWords.Of(Function.Split('>')[0].Split('.')[^1]);

    /// <summary>The words of the file or type, without its folder.</summary>
    public IReadOnlyList<string> PlaceWords => CodeWords.Of(Place.Split('/')[^1]);

    /// <summary>A lambda without its number among those of its function.</summary>
    public static string Unnumbered(string function) => function.TrimEnd("0123456789".ToCharArray());

    /// <summary>Nothing is told.</summary>
    public static readonly CodeName None = new("", "");

    public static CodeName Of(Frame frame, Language language)
    {
        var function = frame.Function ?? "";
        if (language == Language.DotNet)
        {
            var (type, method) = DotNetName.Of(frame.Module, function);
            return new(DotNetName.TypeOf(type, frame.Module, function, frame.Path), method);
        }
        var name = language switch
        {
            Language.Script => frame.Signs.HasFlag(SourceSigns.Named) ? function : Script(function),
            Language.Python => IsNameless(LastOf(function)) ? "" : LastOf(function),
            Language.Ruby => Ruby(function),
            Language.Go => Go(function),
            Language.Java => JavaLambda().Replace(function, "${name}" + Lambda),
            _ => IsNameless(function) ? "" : BuildNumber().Replace(function, ""),
        };
        return new(PlaceOf(frame, language), name);
    }

    private static string PlaceOf(Frame frame, Language language)
    {
        var module = frame.Module?.Split(',')[0] ?? "";
        return language switch
        {
            Language.Go when module.Length > 0 => module,
            Language.Java when module.Length > 0 => Java(JavaInner().Replace(module, "").Split('.')),
            Language.Python when module.Length > 0 && module != "__main__" => End(module.Split('.')),
            Language.Script
                when module.Contains(':', StringComparison.Ordinal)
                    && !module.Contains('/', StringComparison.Ordinal) => End(module.Split('.', ':')),
            Language.Script when module.Length > 0 && module.AsSpan().IndexOfAny("./<") < 0 => module,
            _ => FileOf(frame.Path ?? module),
        };
    }

    // A class whose name says nothing is called after its package too.
    private static string Java(string[] parts) =>
        parts.Length > 1 && CommonFiles.Contains(parts[^1].ToLowerInvariant())
            ? parts[^2] + "/" + parts[^1]
            : parts[^1];

    // A template gets another number with each start: `_app_views_orders_show_html_erb___4141553124_24860`.
    private static string Ruby(string told)
    {
        var name = TemplateNumber().Replace(RubyInner().Replace(told, ""), "");
        return name.AsSpan().IndexOfAny('.', '#') > 0 ? name[(name.LastIndexOfAny(['.', '#']) + 1)..] : name;
    }

    private static string End(string[] parts) =>
        string.Join('/', parts.TakeLast(parts.Length > 2 && CommonFiles.Contains(parts[^2]) ? 3 : 2));

    private static string FileOf(string path)
    {
        var parts = path.Split('?', '#')[0].Split('/', '\\');
        var file = FileHash().Replace(parts[^1], "");
        var stem = file.IndexOf('.', Math.Min(1, file.Length)) is > 0 and var dot ? file[..dot] : file;
        if (
            !CommonFiles.Contains(stem)
            && !IsParameter(stem)
            && !stem.EndsWith("_controller", StringComparison.Ordinal)
        )
            return stem;
        // orders/[id]/page: what stands for any value says nothing either.
        var folder = parts[..^1].LastOrDefault(p => !IsParameter(p), "");
        var speaks = folder.Length > 1 && !CommonFolders.Contains(folder) && !folder.Any(char.IsDigit);
        return speaks ? folder + "/" + stem : stem;
    }

    private static bool IsParameter(string segment) =>
        segment.Length > 2 && (segment[0], segment[^1]) is ('[', ']') or ('(', ')');

    // `async Object.firstFree [as find]`, `total/<`, `new Cart`
    private static string Script(string told)
    {
        var name = ScriptPrefix().Replace(told.Split(" [as ")[0], "").Trim();
        var inner = "";
        if (name.IndexOf("/<", StringComparison.Ordinal) is >= 0 and var slash)
            (name, inner) = (name[..slash], Lambda);
        var parts = name.Split('.', '/');
        if (IsNameless(parts[^1]))
            return "";
        // The class is that of the object which was called, not the one that has the function.
        return parts[^1] + inner;
    }

    // `(*Boat).Steer`, `serve.func1`, `glob..func12.1`, `Map[...]`
    private static string Go(string function)
    {
        var name = function.Replace("(*", "", StringComparison.Ordinal).Replace(")", "", StringComparison.Ordinal);
        name = GoGeneric().Replace(name, "");
        var bare = GoClosure().Replace(name, "");
        return bare is "glob." or "glob" or "init" && bare != name ? "" : bare + (bare == name ? "" : Lambda);
    }

    private static bool IsNameless(string name) => name.Length == 0 || Nameless.Contains(name);

    private static string LastOf(string name) => name[(name.LastIndexOf('.') + 1)..];

    // Addresses, hashes of Rust, places of PHP's closures: other ones with each build.
    [GeneratedRegex(
        @"\b0x[0-9a-fA-F]+|::h[0-9a-f]{16}$|(?<=\{closure):[^{}]*\.php:\d+(?=\})",
        RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex BuildNumber();

    [GeneratedRegex(@"___\d+_\d+$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex TemplateNumber();

    [GeneratedRegex(@"^((async|new|get|set|static|bound) )+", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex ScriptPrefix();

    [GeneratedRegex(@"^((block|rescue|ensure)( \(\d+ levels\))? in )+", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex RubyInner();

    [GeneratedRegex(@"\[[^\]]*\]", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex GoGeneric();

    [GeneratedRegex(@"(\.func\d+|\.\d+|\.gowrap\d+|-fm)+$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex GoClosure();

    [GeneratedRegex(@"^lambda\$(?<name>[^$]*)\$\d+$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex JavaLambda();

    // What the JVM and Spring add; `Order$2` is the second class without a name in Order.
    [GeneratedRegex(@"(\$\$(Lambda|\w*CGLIB|Enhancer|FastClass).*)$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex JavaInner();

    // main.3f2a9c1b.js, chunk-9QX2LM4A.js, index-DiwrgTda.mjs; plain words of that length stay.
    [GeneratedRegex(
        @"[.\-_~]((?=[a-f]*\d)[0-9a-f]{6,64}|(?=[\w-]*\d|\w+[A-Z])[\w-]{8}|(?=[A-Z]*\d)[A-Z0-9]{8})(?=\.\w)",
        RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex FileHash();
}
