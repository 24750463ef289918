using System.Xml.Linq;
using Analytics.Relational;
using Microsoft.AspNetCore.DataProtection.Repositories;

namespace Lrs.Auth;

/// <summary>Keeps the keys that protect session cookies in the relational store, where every copy of the program finds them.</summary>
internal sealed class SessionKeys(RelationalStore store) : IXmlRepository
{
    // The framework asks without async, once a day and at start.
    public IReadOnlyCollection<XElement> GetAllElements() =>
        [.. store.ReadAsync<string>("SELECT xml FROM session_keys ORDER BY name", null, CancellationToken.None)
            .GetAwaiter().GetResult().Select(XElement.Parse)];

    public void StoreElement(XElement element, string friendlyName) =>
        store.WriteAsync(
            "INSERT INTO session_keys (name, xml) VALUES (@friendlyName, @xml)",
            new { friendlyName, xml = element.ToString(SaveOptions.DisableFormatting) },
            CancellationToken.None).GetAwaiter().GetResult();
}
