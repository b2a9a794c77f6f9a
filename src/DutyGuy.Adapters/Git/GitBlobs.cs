using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace DutyGuy.Adapters.Git;

/// <summary>Reads contents of a repository through one git that stays: `cat-file --batch`.</summary>
public sealed class GitBlobs : IDisposable
{
    private const int Largest = 4 << 20;
    private readonly Process _git;
    private readonly Stream _answers;

    /// <param name="folder">The git directory.</param>
    public GitBlobs(string folder)
    {
        _git = GitCommand.Start(folder, ["cat-file", "--batch"]);
        _answers = new BufferedStream(_git.StandardOutput.BaseStream, 1 << 16);
    }

    /// <summary>The content of the blob whose hash begins with these 16 digits; null when it is not there, or huge.</summary>
    public byte[]? Read(ulong blob)
    {
        if (_git.HasExited)
            return null;
        _git.StandardInput.Write(blob.ToString("x16", CultureInfo.InvariantCulture) + "\n");
        _git.StandardInput.Flush();
        var head = Line().Split(' ');
        if (head.Length < 3 || !int.TryParse(head[2], CultureInfo.InvariantCulture, out var size))
            return null;
        var content = new byte[size];
        _answers.ReadExactly(content);
        _answers.ReadByte();
        return size > Largest ? null : content;
    }

    public void Dispose()
    {
        if (!_git.HasExited)
            _git.Kill(entireProcessTree: true);
        _answers.Dispose();
        _git.Dispose();
    }

    private string Line()
    {
        var line = new StringBuilder();
        for (var b = _answers.ReadByte(); b is >= 0 and not '\n'; b = _answers.ReadByte())
            line.Append((char)b);
        return line.ToString();
    }
}
