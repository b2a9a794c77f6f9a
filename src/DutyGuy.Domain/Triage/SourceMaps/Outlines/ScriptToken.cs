using System.Runtime.InteropServices;

namespace DutyGuy.Domain;

/// <summary>What a piece of JavaScript or TypeScript is, as far as functions are found by it.</summary>
internal enum ScriptPiece : byte
{
    /// <summary>A name or a word of the language, `#private` too.</summary>
    Word,

    /// <summary>A number, a regular expression, a text: what stands for a value.</summary>
    Value,

    /// <summary>Begins a bracket: `(`, `[`, `{`, `${`, or an element of JSX.</summary>
    Open,

    /// <summary>Ends a bracket.</summary>
    Close,

    /// <summary>Anything else.</summary>
    Sign,
}

/// <summary>One piece of the text.</summary>
/// <param name="Piece">What it is.</param>
/// <param name="Start">Where it begins.</param>
/// <param name="Length">How long it is.</param>
/// <param name="Sign">Its first letter; of a bracket the one that opens it (`&lt;` for JSX, `$` in a template); `A` for `=>`, `=` for what assigns.</param>
/// <param name="IsFirst">Whether it is the first of its line.</param>
/// <param name="Other">Of a bracket: the piece at its other end.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct ScriptToken(
    ScriptPiece Piece,
    int Start,
    int Length,
    char Sign,
    bool IsFirst,
    int Other = -1
)
{
    public int End => Start + Length;

    public bool IsOpen(char sign) => Piece == ScriptPiece.Open && Sign == sign;

    public bool IsClose(char sign) => Piece == ScriptPiece.Close && Sign == sign;

    public bool IsSign(char sign) => Piece == ScriptPiece.Sign && Sign == sign;

    /// <summary>Whether a value can end here.</summary>
    public bool EndsValue => Piece is ScriptPiece.Word or ScriptPiece.Value or ScriptPiece.Close;
}
