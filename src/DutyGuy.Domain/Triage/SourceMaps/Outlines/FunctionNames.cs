namespace DutyGuy.Domain;

/// <summary>Names by which the functions of one source are told apart.</summary>
internal static class FunctionNames
{
    private const string Lambda = ">lambda";
    private const int Longest = 200;

    /// <summary>
    /// Names are as the source has them where they are the only ones. Two of one name are called with what is around them
    /// (`orders.open`), then counted (`open#2`). One without a name is called after the function around it.
    /// </summary>
    public static IReadOnlyList<ScriptFunction> Distinct(IEnumerable<ScriptFunction> found)
    {
        var functions = found.OrderBy(f => f.Start).ThenByDescending(f => f.End).ToList();
        var counts = functions.Where(f => !f.IsLambda).CountBy(f => f.Name).ToDictionary();
        var used = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var function in functions.Where(f => !f.IsLambda))
        {
            if (
                counts[function.Name] > 1
                && AroundOf(function) is { Length: > 0 } around
                && !function.Name.Contains('.', StringComparison.Ordinal)
            )
                function.Name = around + "." + function.Name;
            function.Name = Counted(function.Name);
        }
        foreach (var function in functions.Where(f => f.IsLambda))
        {
            var around = function.Parent is null ? function.Around : AroundOf(function);
            // The function around a whole module is no function to anybody.
            if (around.Length + function.Name.Length > 0)
                function.Name = Counted(around + Lambda + (function.Name.Length > 0 ? ":" + function.Name : ""));
        }
        return functions;

        string Counted(string name)
        {
            name = name.Length > Longest ? name[..Longest] : name;
            return (used[name] = used.GetValueOrDefault(name) + 1) is > 1 and var number ? $"{name}#{number}" : name;
        }
    }

    private static string AroundOf(ScriptFunction function) =>
        function is { IsLambda: false, Around.Length: > 0 } ? function.Around
        : function.Anchor is not { } anchor ? ""
        : anchor.IsLambda ? anchor.Around
        : anchor.Name;
}
