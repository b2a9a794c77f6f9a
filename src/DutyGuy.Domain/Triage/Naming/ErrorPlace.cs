namespace DutyGuy.Domain;

/// <summary>Where an error is: a line of a file of the repository, never a path of the machine that built it.</summary>
public static class ErrorPlace
{
    private const int Longest = 200;

    /// <summary>The frame at fault, else the top one of our own code; null without one.</summary>
    public static Frame? FrameOf(ErrorSighting seen) => seen.Fault ?? seen.Frames.FirstOrDefault(f => f.InApp == true);

    /// <summary>
    /// `src/Web/Slots.cs:142`; without a line the function and its file, without a file the type and its function; empty when
    /// nothing is known.
    /// </summary>
    /// <param name="frame">The frame at fault.</param>
    /// <param name="fileOf">The file of the repository (<see cref="FramePaths.FileOf"/>); null while no list of files is known.</param>
    public static string Of(Frame frame, Func<Frame, string?>? fileOf = null)
    {
        var (file, function) = (FileOf(frame, fileOf), FunctionOf(frame));
        var place = (file.Length, function.Length, frame.Line) switch
        {
            (> 0, _, > 0) => $"{file}:{frame.Line}",
            (> 0, > 0, _) => $"{function} in {file}",
            (> 0, _, _) => file,
            _ => Named(frame, function),
        };
        return place.Length <= Longest ? place : "…" + place[^(Longest - 1)..];
    }

    /// <summary>The file: in the repository when that is known, else without the folders of a machine; empty when none is told.</summary>
    public static string FileOf(Frame frame, Func<Frame, string?>? fileOf = null) =>
        fileOf?.Invoke(frame) ?? PlainPath.Of(frame.Path);

    /// <summary>The function as it stands in the source, a lambda in words; empty when it is not known.</summary>
    public static string FunctionOf(Frame frame) => FunctionName.Of(frame);

    /// <summary>The type or module that it belongs to, without namespace; empty when none is told.</summary>
    public static string TypeOf(Frame frame) => FunctionName.TypeOf(frame.Module);

    /// <summary>The frame as others may see it.</summary>
    public static Frame Shown(Frame frame) =>
        frame with
        {
            Path = FileOf(frame) is { Length: > 0 } file ? file : null,
            Function = FunctionOf(frame) is { Length: > 0 } function ? function : null,
            Module = frame.Module is { } module ? FunctionName.ModuleOf(module) : null,
        };

    // A program without symbols tells the type alone.
    private static string Named(Frame frame, string function)
    {
        var type = TypeOf(frame);
        return type.Length == 0 || function.Contains(type, StringComparison.Ordinal) ? function
            : function.Length == 0 ? type
            : $"{type}.{function}";
    }
}
