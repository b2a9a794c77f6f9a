namespace DutyGuy.Domain;

/// <summary>What stands between two brackets.</summary>
internal enum LevelKind : byte
{
    /// <summary>Statements; the whole file too.</summary>
    Block,

    /// <summary>`{ key: value }`, and what is taken apart like one.</summary>
    Object,

    /// <summary>Members of a class.</summary>
    Class,

    /// <summary>An element of JSX: its attributes and children.</summary>
    Element,

    /// <summary>Arguments, parameters, lists, values in templates and in JSX.</summary>
    Values,
}

/// <summary>A level of brackets while it is read.</summary>
internal sealed class ScriptLevel
{
    /// <summary>What it holds.</summary>
    public required LevelKind Kind { get; init; }

    /// <summary>The function whose body it is.</summary>
    public ScriptFunction? Function { get; init; }

    /// <summary>Whether a member of a class ends with it.</summary>
    public bool EndsMember { get; init; }

    /// <summary>What is called with it as its arguments (`on click`), or the attribute whose value it is.</summary>
    public string Label { get; init; } = "";

    /// <summary>The class; of an object the variable or property that holds it.</summary>
    public string Owner { get; init; } = "";

    /// <summary>The variable, property, member or attribute whose value comes now.</summary>
    public string Key { get; set; } = "";

    /// <summary>Whether a member begins here.</summary>
    public bool AtMember { get; set; }

    /// <summary>Whether `const`, `let` or `var` was said in this statement.</summary>
    public bool IsDeclaring { get; set; }

    /// <summary>How many `?` wait for their `:`.</summary>
    public int Questions { get; set; }

    /// <summary>The key with its class.</summary>
    public string FullKey => Kind == LevelKind.Class ? Member(Key) : Key;

    /// <summary>`Cart.open`; the constructor is called as its class.</summary>
    public string Member(string name) =>
        Owner.Length == 0 || name.Length == 0 ? name
        : name == "constructor" ? Owner
        : Owner + "." + name;
}

/// <summary>A function of a source; places are offsets in its text.</summary>
internal sealed class ScriptFunction(ScriptFunction? parent)
{
    /// <summary>Where its parameters or its name begin.</summary>
    public required int Start { get; init; }

    /// <summary>Its last letter is before this.</summary>
    public int End { get; set; }

    /// <summary>The function around it.</summary>
    public ScriptFunction? Parent { get; } = parent;

    /// <summary>The nearest function around it that has a name, else the outermost.</summary>
    public ScriptFunction? Anchor { get; } = parent is { IsLambda: true, Parent: not null } ? parent.Anchor : parent;

    /// <summary>Its own name; of one without a name what it is handed to.</summary>
    public required string Name { get; set; }

    /// <summary>What holds it: said when another of the file has the same name.</summary>
    public string Around { get; init; } = "";

    /// <summary>Whether it has no name of its own.</summary>
    public required bool IsLambda { get; init; }

    /// <summary>Whether it is handed an address of another system.</summary>
    public bool TakesAddress { get; init; }
}
