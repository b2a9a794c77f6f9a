using System.Xml.Linq;
using DutyGuy.Store;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.DataProtection.XmlEncryption;

namespace DutyGuy.Web;

/// <summary>The keys of sessions and forms lie in the database, so that every node reads the cookies of the others.</summary>
static class SessionKeys
{
    public static void AddSessionKeys(this IServiceCollection services, string database)
    {
        var open = Database.Opener(database);
        services.AddScoped(_ => open());
        services.AddDataProtection().SetApplicationName("duty").PersistKeysToDbContext<DutyDb>();
        services
            .AddOptions<KeyManagementOptions>()
            .Configure<SecretBox>((keys, box) => keys.XmlEncryptor = new KeySealer(box));
    }

    sealed class KeySealer(SecretBox box) : IXmlEncryptor
    {
        public EncryptedXmlInfo Encrypt(XElement plaintextElement) =>
            new(
                new XElement("sealed", box.Seal(plaintextElement.ToString(SaveOptions.DisableFormatting))),
                typeof(KeyOpener)
            );
    }

    /// <summary>Named in the stored keys and made by the framework: neither its name nor its constructor may change.</summary>
    internal sealed class KeyOpener(IServiceProvider services) : IXmlDecryptor
    {
        public XElement Decrypt(XElement encryptedElement) =>
            XElement.Parse(services.GetRequiredService<SecretBox>().Open(encryptedElement.Value));
    }
}
