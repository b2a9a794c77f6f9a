using System.Security.Cryptography;
using System.Text;

namespace DutyGuy.Web;

/// <summary>Random secrets for tokens and one-time addresses; only their hash is kept.</summary>
public static class Secrets
{
    /// <summary>256 random bits, safe in an address.</summary>
    public static string New(string prefix = "") =>
        prefix
        + Convert.ToBase64String(RandomNumberGenerator.GetBytes(32)).TrimEnd('=').Replace('+', '-').Replace('/', '_');

    /// <summary>SHA-256 in hexadecimal; the secret is random, so no salt is needed.</summary>
    public static string Hash(string secret) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(secret)));
}
