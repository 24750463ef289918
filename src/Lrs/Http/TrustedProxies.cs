using System.ComponentModel.DataAnnotations;
using System.Net;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.Extensions.Options;

namespace Lrs.Http;

/// <summary>The balancers before the service, which say from whom a request came, whether by TLS, and what they took off its address.</summary>
internal sealed class TrustedProxiesOptions : IValidatableObject
{
    /// <summary>
    /// Addresses and networks (10.0.0.5, 10.1.0.0/16), separated by commas, whose X-Forwarded-For, X-Forwarded-Proto and X-Forwarded-Prefix are
    /// believed. Default: none, so that nobody can say to be somebody else.
    /// </summary>
    [ConfigurationKeyName("LRS_TRUSTED_PROXIES")]
    public string TrustedProxies { get; set; } = "";

    internal IEnumerable<System.Net.IPNetwork> Networks =>
        Names.Select(name => TryParse(name, out var network) ? network : default);

    private string[] Names => TrustedProxies.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (Names.FirstOrDefault(name => !TryParse(name, out _)) is { } wrong)
            yield return new ValidationResult($"LRS_TRUSTED_PROXIES: \"{wrong}\" is neither an address (10.0.0.5) nor a network (10.1.0.0/16).");
    }

    private static bool TryParse(string name, out System.Net.IPNetwork network)
    {
        if (System.Net.IPNetwork.TryParse(name, out network))
            return true;
        if (!IPAddress.TryParse(name, out var address))
            return false;
        network = new System.Net.IPNetwork(address, address.GetAddressBytes().Length * 8);
        return true;
    }
}

internal static class TrustedProxies
{
    /// <summary>Believes the balancers that the settings name, before anything else looks at a request.</summary>
    public static IServiceCollection AddTrustedProxies(this IServiceCollection services)
    {
        services.AddOptions<TrustedProxiesOptions>().BindConfiguration("").ValidateDataAnnotations().ValidateOnStart();
        services.AddOptions<ForwardedHeadersOptions>().Configure<IOptions<TrustedProxiesOptions>>((forwarded, trusted) =>
        {
            // Loopback is believed by default, where anybody's program may be.
            forwarded.KnownProxies.Clear();
            forwarded.KnownIPNetworks.Clear();
            foreach (var network in trusted.Value.Networks)
                forwarded.KnownIPNetworks.Add(network);
            forwarded.ForwardedHeaders = forwarded.KnownIPNetworks.Count > 0
                ? ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto | ForwardedHeaders.XForwardedPrefix
                : ForwardedHeaders.None;
        });
        return services.AddSingleton<IStartupFilter, First>();
    }

    private sealed class First : IStartupFilter
    {
        public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
        {
            app.UseForwardedHeaders();
            next(app);
        };
    }
}
