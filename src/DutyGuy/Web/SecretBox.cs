using System.Security.Cryptography;
using System.Text;
using DutyGuy.Domain;

namespace DutyGuy.Web;

/// <summary>Encrypts what lies in the database and must not be read there (AES-256-GCM, the key is elsewhere).</summary>
public sealed class SecretBox(byte[] masterKey)
{
    const int NonceSize = 12;
    const int TagSize = 16;
    readonly byte[] key = HKDF.DeriveKey(HashAlgorithmName.SHA256, masterKey, 32, info: "duty secrets 1"u8.ToArray());

    public string Seal(string plain)
    {
        var text = Encoding.UTF8.GetBytes(plain);
        var box = new byte[NonceSize + TagSize + text.Length];
        RandomNumberGenerator.Fill(box.AsSpan(0, NonceSize));
        using var aes = new AesGcm(key, TagSize);
        aes.Encrypt(box.AsSpan(0, NonceSize), text, box.AsSpan(NonceSize + TagSize), box.AsSpan(NonceSize, TagSize));
        return Convert.ToBase64String(box);
    }

    /// <summary>Throws <see cref="CryptographicException"/> when the master key is another one or the text was changed.</summary>
    public string Open(string sealedText)
    {
        var box = Convert.FromBase64String(sealedText);
        if (box.Length < NonceSize + TagSize)
            throw new CryptographicException("Too short to be a sealed text.");
        var text = new byte[box.Length - NonceSize - TagSize];
        using var aes = new AesGcm(key, TagSize);
        aes.Decrypt(box.AsSpan(0, NonceSize), box.AsSpan(NonceSize + TagSize), box.AsSpan(NonceSize, TagSize), text);
        return Encoding.UTF8.GetString(text);
    }

    /// <summary>The settings of a connection, its secrets among them.</summary>
    public IReadOnlyDictionary<string, string> Opened(Connection connection)
    {
        var all = connection.Settings.ToDictionary(StringComparer.Ordinal);
        foreach (var (name, value) in connection.Secrets)
            all[name] = Open(value);
        return all;
    }
}
