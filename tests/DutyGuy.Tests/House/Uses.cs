using System.Reflection;
using ArchUnitNET.Domain;
using ArchUnitNET.Loader;

namespace DutyGuy.Tests.House;

/// <summary>One type uses another, as the compiled code says: bodies of methods and generated pages too.</summary>
sealed record Use(string User, string Used, bool UserIsPage)
{
    public override string ToString() => $"{User} uses {Used}";
}

/// <summary>Reads who uses whom out of an assembly.</summary>
static class Uses
{
    static readonly Lock Guard = new();
    static readonly Dictionary<System.Reflection.Assembly, IReadOnlyList<Use>> Read = [];

    public static IReadOnlyList<Use> Of(System.Reflection.Assembly assembly)
    {
        lock (Guard)
            return Read.TryGetValue(assembly, out var known) ? known : Read[assembly] = Load(assembly);
    }

    static IReadOnlyList<Use> Load(System.Reflection.Assembly assembly)
    {
        var pages = assembly
            .GetTypes()
            .Where(typeof(Microsoft.AspNetCore.Components.ComponentBase).IsAssignableFrom)
            .Select(t => t.FullName)
            .ToHashSet(StringComparer.Ordinal);
        return
        [
            .. new ArchLoader()
                .LoadAssemblies(assembly)
                .Build()
                .Types.SelectMany(type => type.Dependencies)
                .Select(d => new Use(d.Origin.FullName, d.Target.FullName, pages.Contains(Outer(d.Origin))))
                .Distinct(),
        ];
    }

    /// <summary>A page's own name, also for what the compiler nests in it.</summary>
    static string Outer(IType type) => type.FullName.Split('+', '/')[0];
}
