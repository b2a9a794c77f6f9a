namespace Clinic.Tests;

public static class FrontTests
{
    public static readonly (string, Func<bool>)[] All =
    [
        (
            "the front keeps path and query",
            () =>
                Front.Target("http://127.0.0.1:5081/\n", "/search?city=Lyon").Port == 5081
                && Front.Target("http://127.0.0.1:5081/\n", "/search?city=Lyon").PathAndQuery == "/search?city=Lyon"
        ),
    ];
}
