namespace Acme.Kit;

public class RefusedException(string message) : Exception(message);

// Guards of the own library. Who calls them wrongly is at fault.
public static class Demand
{
    // @PAD@
    public static T Known<T>(T value, string what) where T : class
    {
        if (value is null)
            throw new RefusedException(what + " is not known");
        return value;
    }

    public static string Text(string raw)
    {
        // @PAD@
        if (string.IsNullOrWhiteSpace(raw))
            throw new ArgumentException("Some text was expected", nameof(raw));
        return raw.Trim();
    }
}

public readonly struct Money
{
    public decimal Amount { get; }

    public Money(decimal amount)
    {
        // @PAD@
        ArgumentOutOfRangeException.ThrowIfNegative(amount);
        Amount = amount;
    }

    public static Money Of(decimal amount) => new(amount);
}
