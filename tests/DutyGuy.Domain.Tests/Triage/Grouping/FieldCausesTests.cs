using Shouldly;
using Xunit;

namespace DutyGuy.Domain.Tests.Triage;

/// <summary>Causes as programs of the field have them: which are one, and which only look so.</summary>
public class FieldCausesTests
{
    private static ErrorSighting Seen(string platform, params RaisedException[] chain) =>
        new()
        {
            EventId = "e",
            Environment = "production",
            Title = "",
            Platform = platform,
            Chain = chain,
        };

    private static RaisedException Raised(string type, string value, params Frame[] frames) => new(type, value, frames);

    private static string Of(string platform, params RaisedException[] chain) =>
        ErrorCause.Of(Seen(platform, chain)).Keys.Cause;

    private static Frame Python(string function, string path = "/app/shop/cache.py") => new(path, 10, function, true);

    private static string Missed(string type, string raisedIn) =>
        Of(
            "python",
            Raised("KeyError", "'17'", Python("get")) with
            {
                WasHandled = true,
            },
            Raised(type, "locked", Python(raisedIn, "/app/shop/load.py"), Python("get"), Python("view"))
        );

    [Fact]
    public void What_a_handler_called_is_at_fault_and_not_what_it_handled() =>
        Missed("OrderLocked", "load_order").ShouldNotBe(Missed("PriceListBroken", "load_prices"));

    [Fact]
    public void What_is_raised_in_the_handler_itself_wraps_what_it_handled() =>
        Of("python", Raised("KeyError", "'17'", Python("get")))
            .ShouldBe(
                Of(
                    "python",
                    Raised("KeyError", "'17'", Python("get")) with
                    {
                        WasHandled = true,
                    },
                    Raised("NotFound", "no order", Python("get"), Python("view"))
                )
            );

    [Theory]
    [InlineData("csharp", "Shop.Orders.Create+Handler", "Handle", "Shop.Users.Edit+Handler", "Handle")]
    [InlineData("csharp", "Shop.Pages.Orders.IndexModel", "OnGet", "Shop.Pages.Users.IndexModel", "OnGet")]
    [InlineData("java", "com.acme.orders.Handler", "handle", "com.acme.users.Handler", "handle")]
    [InlineData("python", "apps.shop.orders.api.views", "get_queryset", "apps.shop.users.api.views", "get_queryset")]
    [InlineData("csharp", "Shop.Orders", "EnsurePaid", "Shop.Orders", "EnsureInStock")]
    public void Two_of_one_name_are_two(string platform, string module, string function, string other, string another)
    {
        var caller = new Frame(null, 9, "Place", true, "Shop.Desk");
        Of(platform, Raised("OrderException", "no", new(null, 5, function, true, module), caller))
            .ShouldNotBe(Of(platform, Raised("OrderException", "no", new(null, 7, another, true, other), caller)));
    }

    [Theory]
    [InlineData("/app/pages/orders/[id].ts", "/app/pages/users/[id].ts")]
    [InlineData("/app/blog/[slug]/page.tsx", "/app/shop/[slug]/page.tsx")]
    public void A_file_named_after_a_parameter_is_told_by_its_folder(string one, string other) =>
        Of("node", Raised("TypeError", "x", new Frame(one, 3, "handler", true)))
            .ShouldNotBe(Of("node", Raised("TypeError", "x", new Frame(other, 3, "handler", true))));

    [Theory]
    [InlineData(
        "ruby",
        "_app_views_orders_show_html_erb___4141553124_24860",
        "_app_views_orders_show_html_erb___99120_31"
    )]
    [InlineData("php", "{closure:/var/www/1/routes/web.php:25}", "{closure:/var/www/2/routes/web.php:31}")]
    [InlineData("rust", "shop::orders::load::h0123456789abcdef", "shop::orders::load::hfedcba9876543210")]
    public void What_a_build_numbers_is_the_same_function(string platform, string one, string other) =>
        Of(platform, Raised("Error", "x", new Frame("/app/routes/orders", 3, one, true)))
            .ShouldBe(Of(platform, Raised("Error", "x", new Frame("/app/routes/orders", 3, other, true))));

    [Fact]
    public void Proxies_of_spring_are_the_class_that_they_stand_for() =>
        Of(
                "java",
                Raised("Failure", "x", new Frame(null, 3, "find", true, "com.acme.Orders$$EnhancerBySpringCGLIB$$1a2b"))
            )
            .ShouldBe(Of("java", Raised("Failure", "x", new Frame(null, 3, "find", true, "com.acme.Orders"))));

    [Fact]
    public void Middleware_under_every_request_is_not_at_fault()
    {
        var middleware = new Frame("/src/ErrorMiddleware.cs", 19, "InvokeAsync", true, "Shop.ErrorMiddleware");
        Frame Library(string function) => new(null, null, function, false, "Microsoft.AspNetCore.Routing");
        Of("csharp", Raised("InvalidOperationException", "cannot resolve", Library("Activate"), middleware))
            .ShouldNotBe(
                Of("csharp", Raised("InvalidOperationException", "must be async", Library("Write"), middleware))
            );
    }

    [Fact]
    public void In_go_who_reports_an_error_is_not_at_fault()
    {
        var reports = new Frame("/build/http/fail.go", 9, "writeError", true, "shop/http");
        Frame Handler(string function) => new($"/build/http/{function}.go", 20, function, true, "shop/http");
        Of("go", Raised("*errors.errorString", "no such sku", reports, Handler("Orders")))
            .ShouldNotBe(Of("go", Raised("*errors.errorString", "template missing", reports, Handler("Mail"))));
    }

    [Theory]
    [InlineData("/build/vendor/github.com/jackc/pgx/conn.go")]
    [InlineData("github.com/jackc/pgx/v5@v5.1.0/conn.go")]
    public void Dependencies_of_go_are_not_own_code(string path)
    {
        var library = new Frame(path, 300, "(*Conn).Query", true, "github.com/jackc/pgx/v5");
        Frame Handler(string function) => new("/build/http/orders.go", 20, function, true, "shop/http");
        Of("go", Raised("runtime.errorString", "nil", library, Handler("Orders")))
            .ShouldNotBe(Of("go", Raised("runtime.errorString", "nil", library, Handler("Mail"))));
    }

    [Fact]
    public void A_number_of_the_program_does_not_decide_who_is_at_fault()
    {
        Frame[] frames = [Python("get_rows"), Python("show")];
        Of("python", Raised("ReportError", "report 451 has no rows", frames))
            .ShouldBe(Of("python", Raised("ReportError", "report 12 has no rows", frames)));
    }

    [Fact]
    public void What_the_runtime_raises_in_a_check_is_no_refusal()
    {
        Frame In(string function) => new(null, 5, function, true, "Shop.OrderValidator");
        var caller = new Frame(null, 9, "Place", true, "Shop.Desk");
        Of("csharp", Raised("System.NullReferenceException", "null", In("ValidateAddress"), caller))
            .ShouldNotBe(Of("csharp", Raised("System.NullReferenceException", "null", In("ValidateLines"), caller)));
    }

    [Fact]
    public void What_was_told_and_not_raised_is_told_apart_by_its_words()
    {
        var logger = new Frame("/app/logger.js", 4, "error", true);
        RaisedException Told(string words) => Raised("", words, logger) with { IsMadeUp = true };
        Of("javascript", Told("stream stalled")).ShouldNotBe(Of("javascript", Told("no playable codec")));
    }

    [Theory]
    [InlineData("    return prices[sku]", "    return prices[sku]  # see the list")]
    [InlineData("    return read('prices')", "    return read(\"prices\")")]
    public void Comments_and_quotes_change_no_line(string one, string other) =>
        LineShape.Of(one).ShouldBe(LineShape.Of(other));
}
