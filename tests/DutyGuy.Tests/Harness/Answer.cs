using System.Net;
using System.Text.Json;

namespace DutyGuy.Tests.Harness;

/// <summary>What came back, with what was asked.</summary>
public sealed record Answer(string Request, HttpStatusCode Status, string Text)
{
    /// <summary>The body as JSON; undefined when there is none.</summary>
    public JsonElement Json
    {
        get
        {
            if (Text.Length == 0)
                return default;
            try
            {
                return JsonElement.Parse(Text);
            }
            catch (JsonException broken)
            {
                throw new InvalidOperationException($"{this}\nis not JSON", broken);
            }
        }
    }

    public Answer MustBeGood()
    {
        if ((int)Status is < 200 or > 299)
            Assert.Fail(ToString());
        return this;
    }

    public override string ToString() => $"{Request} → {(int)Status} {Status}\n{Text}";
}
