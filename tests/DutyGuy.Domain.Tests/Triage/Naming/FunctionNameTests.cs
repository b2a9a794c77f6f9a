using CsCheck;
using Shouldly;
using Xunit;

namespace DutyGuy.Domain.Tests.Triage.Naming;

public class FunctionNameTests
{
    [Theory]
    [InlineData("Book", null, "Book")]
    [InlineData("<Book>d__5.MoveNext", null, "Book")]
    [InlineData("<Book>d__5", null, "Book")]
    [InlineData("MoveNext", "Clinic.Slots+<Book>d__5", "Book")]
    [InlineData("MoveNext", "Clinic.Slots", "")]
    [InlineData("<Map>b__1", null, "Map (lambda)")]
    [InlineData("<Map>b__1_0", "Clinic.Slots+<>c", "Map (lambda)")]
    [InlineData("<>c__DisplayClass5_0.<Map>b__0", null, "Map (lambda)")]
    [InlineData("Map { <lambda> }", "Clinic.Slots", "Map (lambda)")]
    [InlineData("<Book>g__Local|5_0", null, "Local in Book")]
    [InlineData("<Main>$", "Program", "Main")]
    [InlineData("<<Main>$>g__Local|0_1", "Program", "Local in Main")]
    [InlineData("<<Main>$>b__0_1", "Program", "Main (lambda)")]
    [InlineData(".ctor", "Clinic.Slots", "constructor of Slots")]
    [InlineData(".ctor", null, "constructor")]
    [InlineData("new Slots(IClock clock)", "Clinic.Slots", "constructor of Slots")]
    [InlineData("Invoke", "Clinic.Slots", "Invoke")]
    [InlineData("payEachLine>lambda:eachMapping", null, "payEachLine (lambda)")]
    [InlineData(">lambda:addEventListener click", null, "lambda")]
    [InlineData(".cctor", "Clinic.Slots+<>c", "constructor of Slots")]
    [InlineData("lambda_method12", null, "")]
    [InlineData("async Task<int> Slots.Book(int id)", null, "Slots.Book")]
    [InlineData("void Slots.Map(IEnumerable<Slot> all)+(Slot s) => { }", null, "Slots.Map (lambda)")]
    [InlineData("async Task Slots.Book(int id)+Local(int n)", null, "Local in Slots.Book")]
    [InlineData("Task Program.<Main>$(string[] args)+(ILogger<Program> l) => { }", "App", "Program.Main (lambda)")]
    [InlineData("Slots Slots.Of<T>(T one)", null, "Slots.Of<T>")]
    public void Of_NET(string function, string? module, string name) => Of(function, module).ShouldBe(name);

    [Theory]
    [InlineData("ferry/dock.(*Boat).Steer", null, "Boat.Steer")]
    [InlineData("(*Boat).Steer", "ferry/dock", "Boat.Steer")]
    [InlineData("(*Boat).Steer.func1", "ferry/dock", "Boat.Steer (lambda)")]
    [InlineData("ferry/dock.(*Fleet[...]).Steer.func2.1", null, "Fleet.Steer (lambda)")]
    [InlineData("github.com/ferry/dock.Steer", null, "dock.Steer")]
    [InlineData("Boat.Steer", "ferry/dock", "Boat.Steer")]
    [InlineData("main.main", null, "main.main")]
    [InlineData("func1", null, "lambda")]
    public void Of_Go(string function, string? module, string name) => Of(function, module).ShouldBe(name);

    [Theory]
    [InlineData("bookSlot", "bookSlot")]
    [InlineData("async bookSlot", "bookSlot")]
    [InlineData("async Slots.book", "Slots.book")]
    [InlineData("new Slots", "constructor of Slots")]
    [InlineData("Slots.book [as submit]", "Slots.book")]
    [InlineData("Object.<anonymous>", "")]
    [InlineData("<anonymous>", "")]
    [InlineData("?", "")]
    [InlineData("Server.<anonymous>", "Server (lambda)")]
    [InlineData("Module.book", "Module.book")]
    [InlineData("get total", "total")]
    public void Of_JavaScript(string function, string name) => Of(function).ShouldBe(name);

    [Theory]
    [InlineData("row", "row")]
    [InlineData("<module>", "")]
    [InlineData("<lambda>", "lambda")]
    [InlineData("<listcomp>", "comprehension")]
    [InlineData("Beds.row.<locals>.plant", "plant in Beds.row")]
    [InlineData("Beds.row.<locals>.<lambda>", "Beds.row (lambda)")]
    [InlineData("block in Beds.row", "Beds.row (block)")]
    [InlineData("block (2 levels) in Beds#row", "Beds#row (block)")]
    [InlineData("rescue in block in row", "row (block)")]
    [InlineData("rescue in Beds.row", "Beds.row")]
    [InlineData("ensure in row", "row")]
    [InlineData("<main>", "")]
    [InlineData("<top (required)>", "")]
    [InlineData("App\\Slots::book", "App\\Slots::book")]
    [InlineData("App\\{closure}", "App (lambda)")]
    [InlineData("{closure}", "lambda")]
    [InlineData("{closure:App\\Slots::book():12}", "App\\Slots::book (lambda)")]
    [InlineData("anonymous fn/1 in Beds.row/2", "Beds.row (lambda)")]
    [InlineData("clinic::slots::book::{{closure}}", "clinic::slots::book (lambda)")]
    [InlineData("clinic::slots::book::h0123456789abcdef", "clinic::slots::book")]
    [InlineData("-[Slots book:]", "-[Slots book:]")]
    public void Of_Python_Ruby_PHP_and_others(string function, string name) => Of(function).ShouldBe(name);

    [Theory]
    [InlineData("lambda$book$3", "clinic.Slots", "book (lambda)")]
    [InlineData("<init>", "clinic.booking.Slots", "constructor of Slots")]
    [InlineData("$anonfun$book$1", "clinic.Slots$", "book (lambda)")]
    [InlineData("book$lambda$2", "clinic.Slots", "book (lambda)")]
    [InlineData("invokeSuspend", "clinic.Slots$book$1", "book")]
    [InlineData("access$100", "clinic.Slots", "")]
    [InlineData("Invoke", "Clinic.Slots+book@12-1", "book (lambda)")]
    public void Of_the_JVM_and_F_sharp(string function, string module, string name) =>
        Of(function, module).ShouldBe(name);

    [Fact]
    public void Whatever_is_told_nothing_breaks() =>
        Gen.Select(Gen.String[Gen.Char["abM<>_|$()*.+@#{} :/\\019"], 0, 300], Gen.String)
            .Sample((function, module) => Of(function, module).ShouldNotContain("DisplayClass"));

    private static string Of(string? function, string? module = null) =>
        FunctionName.Of(new Frame(null, null, function, true, module));
}
