using DutyGuy.Adapters.Git;
using Shouldly;
using Xunit;

namespace DutyGuy.Tests.Adapters;

public class GitUrlTests
{
    [Theory]
    [InlineData("https://forge.example/team/clinic.git")]
    [InlineData("https://user:token@forge.example:8443/clinic")]
    [InlineData("ssh://git@forge.example:2222/team/clinic.git")]
    [InlineData("ssh://[::1]/clinic.git")]
    [InlineData("git@forge.example:team/clinic.git")]
    [InlineData("/srv/git/clinic.git")]
    [InlineData("file:///srv/git/clinic.git")]
    public void Https_ssh_and_files_are_taken(string url) => GitUrl.Refusal(url).ShouldBeNull();

    [Theory]
    [InlineData("ext::sh -c touch% /tmp/x")]
    [InlineData("fd::17")]
    [InlineData("http://forge.example/clinic.git")]
    [InlineData("git://forge.example/clinic.git")]
    [InlineData("--upload-pack=touch x")]
    [InlineData("-oProxyCommand=touch x")]
    [InlineData("ssh://-oProxyCommand=touch/x")]
    [InlineData("ssh://git@-oProxyCommand=touch/x")]
    [InlineData("git@-oProxyCommand=touch:x")]
    [InlineData("git@forge.example:-x")]
    [InlineData("git@forge.example::x")]
    [InlineData("https://forge.example/a\nb")]
    [InlineData("/srv/git\n/x")]
    [InlineData("clinic.git")]
    [InlineData("")]
    public void Everything_else_is_refused_with_what_to_write_instead(string url) =>
        GitUrl.Refusal(url).ShouldNotBeNull().ShouldContain("must be https://");

    [Fact]
    public void The_secret_in_an_address_is_never_shown() =>
        GitUrl.WithoutSecret("https://user:token@forge.example/c").ShouldBe("https://forge.example/c");
}
