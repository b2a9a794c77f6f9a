using System.Text.Json.Nodes;
using DutyGuy.Domain;
using NodaTime;
using Shouldly;
using Xunit;

namespace DutyGuy.Tests.Access;

public class TheTeam
{
    [Fact]
    public async Task Only_a_handle_is_needed()
    {
        await using var server = await AccessServer.Start();
        using var program = server.Program();
        var mel = await program.Post("people", new { handle = "mel" });
        Text(mel, "name").ShouldBe("Mel");
        Text(mel, "joinedOn").ShouldBe("2026-11-23");
        Text(mel, "role").ShouldBe("engineer");
        mel["emails"]!.AsArray().ShouldBeEmpty();
        (await program.Get("people"))["total"]!.GetValue<int>().ShouldBe(1);
        Text(await program.Get("people/mel"), "handle").ShouldBe("mel");
        Text(await program.Get("people/tom", 404), "detail").ShouldBe("Nobody here is called “tom”.");
    }

    [Theory]
    [InlineData("""{}""", "The handle is missing.")]
    [InlineData("""{"handle":"Mel Ott"}""", "Write for instance “mel-ott”.")]
    [InlineData("""{"handle":"9mel"}""", "beginning with a letter")]
    [InlineData("""{"handle":"mel","shoe":44}""", "“shoe” is not a field here.")]
    [InlineData("""{"handle":"mel","emails":["nobody"]}""", "“nobody” is not a mail address.")]
    [InlineData("""{"handle":"mel","emails":[null]}""", "is not a mail address.")]
    [InlineData("""{"handle":"mel","zone":"Paris"}""", "Write for instance Europe/Paris.")]
    [InlineData("""{"handle":"mel","workingDays":[]}""", "at least one working day")]
    [InlineData("""{"handle":"mel","joinedOn":"2026-11-23","leftOn":"2026-11-22"}""", "is before the first")]
    public async Task What_is_wrong_is_said_with_the_way_to_mend_it(string body, string sentence)
    {
        await using var server = await AccessServer.Start();
        using var program = server.Program();
        var problem = await program.Post("people", JsonNode.Parse(body), 400);
        Text(problem, "detail").ShouldContain(sentence);
        (await program.Get("people"))["total"]!.GetValue<int>().ShouldBe(0);
    }

    [Fact]
    public async Task A_handle_or_mail_is_given_once()
    {
        await using var server = await AccessServer.Start();
        using var program = server.Program();
        await program.Post("people", new { handle = "mel", emails = new[] { "mel@clinic.example" } });
        Text(await program.Post("people", new { handle = "mel" }, 409), "detail").ShouldContain("in the team already");
        var taken = await program.Post("people", new { handle = "tom", emails = new[] { "MEL@clinic.example" } }, 409);
        Text(taken, "detail").ShouldContain("Mel has the address");
    }

    [Fact]
    public async Task A_change_touches_only_the_given_fields_and_null_clears()
    {
        await using var server = await AccessServer.Start();
        using var program = server.Program();
        await program.Post(
            "people",
            new
            {
                handle = "mel",
                zone = "Europe/Paris",
                team = "core",
                workingDays = new[] { "monday" },
            }
        );
        var mel = await program.Patch("people/mel", new { name = "Melanie", team = (string?)null });
        Text(mel, "name").ShouldBe("Melanie");
        Text(mel, "zone").ShouldBe("Europe/Paris");
        mel["team"].ShouldBeNull();
        mel["workingDays"]!.AsArray().Select(d => d!.GetValue<string>()).ShouldBe(["monday"]);
        Text(await program.Patch("people/mel", new { shoe = 44 }, 400), "detail")
            .ShouldContain("“shoe” is not a field here.");
        Text(await program.Patch("people/mel", new { handle = "tom" }, 400), "detail").ShouldContain("never changes");
        await program.Patch("people/tom", new { name = "Tom" }, 404);
    }

    [Fact]
    public async Task An_engineer_changes_the_own_name_mail_and_zone_and_no_more()
    {
        await using var server = await AccessServer.Start();
        using var program = server.Program();
        await program.Post("people", new { handle = "mel" });
        await program.Post("people", new { handle = "tom" });
        using var mel = server.Program(await server.Token("engineer", "mel"));
        await mel.Patch(
            "people/mel",
            new
            {
                name = "Melanie",
                emails = new[] { "mel@clinic.example" },
                zone = "Europe/Paris",
            }
        );
        Text(await mel.Patch("people/mel", new { role = "administrator" }, 403), "detail")
            .ShouldContain("“role”: An administrator can do that.");
        Text(await mel.Patch("people/tom", new { name = "Tim" }, 403), "detail")
            .ShouldBe("An administrator can do that.");
        Text(await program.Get("people/mel"), "role").ShouldBe("engineer");
    }

    [Fact]
    public async Task The_only_administrator_stays_one()
    {
        await using var server = await AccessServer.Start();
        using var program = server.Program();
        await program.Post("people", new { handle = "mel", role = "administrator" });
        Text(await program.Patch("people/mel", new { role = "engineer" }, 409), "detail")
            .ShouldContain("only administrator");
        await program.Post("people", new { handle = "tom", role = "administrator" });
        await program.Patch("people/mel", new { role = "engineer" });
    }

    [Fact]
    public async Task Forty_people_come_in_one_step_after_a_preview()
    {
        await using var server = await AccessServer.Start();
        using var program = server.Program();
        var csv =
            "handle,name,email,team,joinedOn\n"
            + string.Concat(
                Enumerable
                    .Range(1, 40)
                    .Select(n => $"p{n},\"Person, {n}\",p{n}@clinic.example,core,2026-01-{n % 28 + 1:00}\n")
            );
        var preview = await program.PostCsv("people/import?preview=true", csv);
        preview["added"]!.AsArray().Count.ShouldBe(40);
        (await program.Get("people"))["total"]!.GetValue<int>().ShouldBe(0);
        (await program.PostCsv("people/import", csv))["added"]!.AsArray().Count.ShouldBe(40);
        (await program.Get("people"))["total"]!.GetValue<int>().ShouldBe(40);
        Text(await program.Get("people/p7"), "name").ShouldBe("Person, 7");
        Text(await program.Get("people/p7"), "joinedOn").ShouldBe("2026-01-08");
    }

    [Fact]
    public async Task One_wrong_line_keeps_all_out_unless_wrong_ones_may_be_skipped()
    {
        await using var server = await AccessServer.Start();
        using var program = server.Program();
        await program.Post("people", new { handle = "old" });
        const string csv =
            "Handle;Name;JoinedOn\r\nmel;Mel;2026-11-01\r\nT om;Tom;\r\nlea;Lea;1 May\r\nmel;Mel;\r\nold;Old;\r\nann;;\r\n";
        var refused = await program.PostCsv("people/import", csv, 400);
        Text(refused, "detail").ShouldContain("4 lines are wrong, 2 could be added");
        refused["errors"]!.AsObject().Select(e => e.Key).ShouldBe(["line 3", "line 4", "line 5", "line 6"]);
        (await program.Get("people"))["total"]!.GetValue<int>().ShouldBe(1);
        var taken = await program.PostCsv("people/import?skipWrong=true", csv);
        taken["wrong"]!.AsArray().Count.ShouldBe(4);
        (await program.Get("people"))["items"]!
            .AsArray()
            .Select(p => Text(p!, "handle"))
            .ShouldBe(["ann", "mel", "old"]);
    }

    [Fact]
    public async Task The_authors_of_a_repository_become_people_and_programs_are_left_out()
    {
        await using var server = await AccessServer.Start();
        using var program = server.Program();
        await server.Store.Change(db =>
        {
            db.Add(new SourceRepository { Id = "shop", Url = "file:///shop" });
            var authors = new[]
            {
                ("Mél Ott", "mel@clinic.example"),
                ("Mél Ott", "7+melott@users.noreply.github.com"),
                ("dependabot[bot]", "bot@github.com"),
            };
            foreach (var (index, (name, mail)) in authors.Index())
                db.Add(Commit(index, name, mail));
            return Task.CompletedTask;
        });
        var preview = await program.Post("people/import?preview=true", new { repository = "shop" }, 200);
        var mel = preview["added"]!.AsArray().ShouldHaveSingleItem()!;
        Text(mel, "handle").ShouldBe("mel");
        Text(mel, "name").ShouldBe("Mél Ott");
        mel["emails"]!.AsArray().Count.ShouldBe(2);
        Text(mel["accounts"]!, "github").ShouldBe("melott");
        Text(preview["leftOut"]![0]!, "why").ShouldBe("a program");
        await program.Post("people/import", new { repository = "shop" }, 200);
        var again = await program.Post("people/import", new { repository = "shop" }, 200);
        again["added"]!.AsArray().ShouldBeEmpty();
        await program.Post("people/import", new { repository = "none" }, 404);
    }

    static MainCommit Commit(int ordinal, string name, string mail) =>
        new()
        {
            Repository = "shop",
            Sha = $"{ordinal}",
            Ordinal = ordinal,
            Title = "a change",
            AuthorName = name,
            AuthorMail = mail,
            AuthoredAt = Instant.FromUtc(2026, 11, 20, 8, 0),
            SeenAt = Instant.FromUtc(2026, 11, 20, 8, 0),
        };

    static string Text(JsonNode node, string field) => node[field]!.GetValue<string>();
}
