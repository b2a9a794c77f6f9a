namespace DutyGuy.Tests.Harness;

public class HarnessProcessTests
{
    [Fact]
    public async Task A_server_that_is_asked_to_stop_does()
    {
        await using var duty = await DutyProcess.Start();
        var api = duty.Api;
        await duty.Stop();
        await Should.ThrowAsync<HttpRequestException>(() => api.Page("/health/live"));
    }

    [Fact]
    public async Task A_word_that_is_no_verb_is_wrong_usage()
    {
        var folder = Directory.CreateTempSubdirectory("duty-test-").FullName;
        var result = await BuiltProgram.Run(folder, "surve");
        Directory.Delete(folder);
        result.ExitCode.ShouldNotBe(0);
        result.Error.ShouldContain("surve");
    }
}
