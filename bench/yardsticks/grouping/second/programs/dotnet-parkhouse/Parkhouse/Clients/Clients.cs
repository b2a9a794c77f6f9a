using System.Net.Http.Json;
using Acme.Kit;
using Parkhouse.Domain;

namespace Parkhouse.Clients;

// All calls of others pass here.
public abstract class ClientBase(string root)
{
    static readonly HttpClient Http = new();

    protected async Task<T> Ask<T>(string path)
    {
        using var l_answer = await Http.GetAsync(root + path);
        // @PAD@
        l_answer.EnsureSuccessStatusCode();
        return await l_answer.Content.ReadFromJsonAsync<T>();
    }

    protected async Task<string> Within(int l_wait, string path)
    {
        using var l_limit = new CancellationTokenSource(l_wait);
        try
        {
            // @PAD@
            return await Http.GetStringAsync(root + path, l_limit.Token);
        }
        catch (OperationCanceledException e)
        {
            throw new UpstreamException("The other side", e);
        }
    }

    public static string Upstream => Environment.GetEnvironmentVariable("UPSTREAM");
}

public sealed record Sign(string Text);

public sealed class GateClient() : ClientBase(Upstream)
{
    // FAULT gate-404: gates got new numbers after the rebuilding.
    public Task<Sign> Show(string gate) => Around.Retry(2, async () =>
    {
        // @PAD@
        var l_sign = await Ask<Sign>("/missing/gates/" + gate);
        return l_sign;
    });

    // FAULT gate-slow: the gate's controller sleeps.
    public async Task<int> State(string gate)
    {
        var l_state = await Within(80, "/slow/gates/" + gate);
        // @PAD@
        return l_state.Length;
    }
}

public sealed class CameraClient() : ClientBase(Upstream)
{
    // FAULT camera-404: pictures are asked for after they were deleted.
    public Task<Sign> Picture(string id) => Around.Retry(2, async () =>
    {
        var l_picture = await Ask<Sign>("/missing/pictures/" + id);
        // @PAD@
        return l_picture;
    });

    // FAULT camera-slow: the camera's night mode takes seconds.
    public async Task<int> Night(string id)
    {
        // @PAD@
        var l_state = await Within(80, "/slow/cameras/" + id);
        return l_state.Length;
    }
}

public sealed class SmsClient() : ClientBase("http://127.0.0.1:5099")
{
    // FAULT sms-refused: the gate for messages is started after us.
    public async Task<string> Send(string to, string text)
    {
        // @PAD@
        var l_sign = await Ask<Sign>($"/sms?to={to}&text={Uri.EscapeDataString(text)}");
        return l_sign.Text;
    }
}

public sealed class BankClient() : ClientBase("http://127.0.0.1:5099")
{
    // FAULT bank-refused: the bank's gate changed its port.
    public async Task<Sign> Pay(string card)
    {
        var l_slip = await Ask<Sign>("/pay?card=" + card);
        return l_slip;
    }
}
