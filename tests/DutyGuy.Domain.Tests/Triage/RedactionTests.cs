using Shouldly;
using Xunit;

namespace DutyGuy.Domain.Tests.Triage;

public class RedactionTests
{
    [Theory]
    [InlineData("no account for ann@example.test!", "no account for [mail]!")]
    [InlineData("to=ann.b%40example.test", "to=[mail]")]
    [InlineData("connect to 10.0.12.7:5432 failed", "connect to [ip]:5432 failed")]
    [InlineData("from 2001:db8:0:0:8a2e:370:7334:1 and fe80::1ff:fe23 and ::1", "from [ip] and [ip] and [ip]")]
    [InlineData("GET /book?token=abc&x=1 failed", "GET /book failed")]
    [InlineData("Authorization: Bearer abc.def", "Authorization: [hidden]")]
    [InlineData("password=hunter2, user 3", "password=[hidden], user 3")]
    [InlineData("login of Ann-Sophie failed", "login of [user] failed")]
    public void People_are_taken_out_of_a_text(string text, string expected) =>
        Redaction.Clean(text, ["ann-sophie", "7"]).ShouldBe(expected);

    [Theory]
    [InlineData("std::vector at main.cpp:12:45, is it 1.2.3?")]
    [InlineData("2026-11-23T08:51:03 ratio 3:4 of 7 slots; what now? yes")]
    [InlineData("Shop.Booking+<BookAsync>d__5 in System.Private.CoreLib")]
    public void An_ordinary_text_stays_as_it_is(string text) => Redaction.Clean(text, ["7"]).ShouldBe(text);

    [Theory]
    [InlineData("lea", "no slot for lea, Lea! and LEA's", "no slot for [user], [user]! and [user]'s")]
    [InlineData("lea", "please release the lease of Galea", "please release the lease of Galea")]
    [InlineData(
        "lea",
        "/u/lea/slots?of=lea&x=1 and lea_files and %2Flea",
        "/u/[user]/slots and [user]_files and %2F[user]"
    )]
    [InlineData("Lea Meier", "of Lea Meier, /u/lea%20meier", "of [user], /u/[user]")]
    [InlineData("4711", "user 4711 of 47110 and x4711", "user [user] of 47110 and x4711")]
    [InlineData("u7", "u7 of u77 in menu7", "[user] of u77 in menu7")]
    [InlineData("Женя", "нет Женя, есть Женями", "нет [user], есть Женями")]
    [InlineData("Zoë", "Zoë and Zoël", "[user] and Zoël")]
    [InlineData("李雷", "用户李雷不存在", "用户[user]不存在")]
    [InlineData("c++fan", "c++fan failed", "[user] failed")]
    public void A_value_of_the_user_is_blotted_out_as_a_whole_word(string value, string text, string expected) =>
        Redaction.Clean(text, [value]).ShouldBe(expected);

    [Theory]
    [InlineData("undefined")]
    [InlineData("NULL")]
    [InlineData("read")]
    [InlineData("reading")]
    [InlineData("type")]
    [InlineData("name")]
    [InlineData("properties")]
    [InlineData("of")]
    [InlineData("Reminders")]
    [InlineData("booked")]
    [InlineData("Cannot read")]
    [InlineData("guest-user")]
    [InlineData("admin")]
    [InlineData("test_user")]
    [InlineData("[object Object]")]
    [InlineData("N/A")]
    [InlineData("-")]
    [InlineData("(")]
    [InlineData(" ")]
    [InlineData("'")]
    [InlineData("42")]
    [InlineData("a")]
    public void An_ordinary_word_is_never_blotted_out(string value)
    {
        const string text =
            "TypeError - cannot read properties of undefined (reading 'name') or null: admin, test_user, guest-user, type a, N/A, [object Object], 42, reminders booked";
        Redaction.Clean(text, [value]).ShouldBe(text);
    }

    [Theory]
    [InlineData("http://ann:pw@host:80/book/7?x=1#y", "/book/7")]
    [InlineData("https://host", "/")]
    [InlineData("/book?x", "/book")]
    public void A_path_has_no_host_and_no_query(string url, string path) => Redaction.PathOf(url).ShouldBe(path);
}
