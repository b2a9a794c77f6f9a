using System.Text;

namespace DutyGuy.Adapters.Programs;

/// <summary>Reads output line by line with bounded memory: what one program writes cannot fill the server.</summary>
internal sealed class LineReader(ProgramStream stream, Action<ProgramStream, string> onLine)
{
    private readonly StringBuilder _line = new();
    private int _lines;
    private bool _cut;

    public async Task ReadAsync(StreamReader reader, CancellationToken cancel)
    {
        var buffer = new char[4096];
        try
        {
            int read;
            while ((read = await reader.ReadAsync(buffer, cancel)) > 0)
                Take(buffer.AsSpan(0, read));
        }
        catch (OperationCanceledException)
        {
            // The program is over; what a process that it left behind still writes is nobody's.
        }
        if (_line.Length > 0)
            End();
    }

    private void Take(ReadOnlySpan<char> text)
    {
        foreach (var c in text)
        {
            if (c == '\n')
                End();
            else if (_line.Length < ProgramRunner.LongestLine)
                _line.Append(c);
            else
                _cut = true;
        }
    }

    private void End()
    {
        _lines++;
        if (_lines <= ProgramRunner.MostLines)
            onLine(stream, _line.ToString().TrimEnd('\r') + (_cut ? " …" : ""));
        else if (_lines == ProgramRunner.MostLines + 1)
            onLine(stream, "… further lines are left out");
        _line.Clear();
        _cut = false;
    }
}
