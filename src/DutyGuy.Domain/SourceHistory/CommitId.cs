using System.Globalization;

namespace DutyGuy.Domain;

/// <summary>The first 32 hex digits of a commit's hash, enough to tell any two apart.</summary>
public readonly record struct CommitId(UInt128 Value)
{
    private const int Digits = 32;

    /// <summary>Reads a full hash, or its first 32 digits; null when it is none.</summary>
    public static CommitId? Parse(ReadOnlySpan<char> hex) =>
        hex.Length >= Digits
        && UInt128.TryParse(hex[..Digits], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var value)
            ? new CommitId(value)
            : null;

    /// <summary>32 hex digits; git takes them for the full hash.</summary>
    public override string ToString() => Value.ToString("x32", CultureInfo.InvariantCulture);
}
