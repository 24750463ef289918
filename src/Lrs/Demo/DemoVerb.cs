using System.Net;
using System.Security.Cryptography;

namespace Lrs.Demo;

/// <summary>The verb <c>demo</c>: the same service with a data directory of its own, filled with a nation in small.</summary>
internal static class DemoVerb
{
    public const string Name = "demo";

    private const string DataDirectory = "./data/demo";
    private const string Marker = "this-is-the-demo";

    private static readonly string[] SharedStores = ["LRS_KAFKA", "LRS_CLICKHOUSE", "LRS_DATABASE"];

    /// <exception cref="WrongSettingException">
    /// It would listen on more than loopback, though its sign-ins are known to everyone, or write into a store that is not its own.
    /// </exception>
    public static void AddDemo(this WebApplicationBuilder builder)
    {
        var configuration = builder.Configuration;
        var urls = configuration["LRS_URLS"] ?? new HostingOptions().Urls;
        if (urls.Split(';', StringSplitOptions.RemoveEmptyEntries).Any(url => !IsLoopback(url)))
            throw new WrongSettingException($"The demo's sign-ins are known to everyone, so it listens on loopback only, not on {urls}.");

        foreach (var name in SharedStores.Where(name => !string.IsNullOrEmpty(configuration[name])))
            throw new WrongSettingException($"{name} is set, but the demo's invented people must not come among real ones: it has its embedded stores only. Unset it.");

        configuration["LRS_DATA"] ??= DataDirectory;
        ClaimDirectory(configuration["LRS_DATA"]!);
        if (string.IsNullOrEmpty(configuration["LRS_ROOT_KEY"]))
        {
            configuration["LRS_ROOT_KEY"] = "demo";
            configuration["LRS_ROOT_SECRET"] = Convert.ToHexString(RandomNumberGenerator.GetBytes(24));
        }

        // The screen is for what the demo says.
        builder.Logging.SetMinimumLevel(LogLevel.Warning);
        builder.Services.AddHostedService<DemoFilling>();
    }

    // The demo's invented people must never come among real ones: it takes a new directory, or one that it took before.
    private static void ClaimDirectory(string directory)
    {
        var marker = Path.Combine(directory, Marker);
        if (!File.Exists(marker) && Directory.Exists(directory) && Directory.EnumerateFileSystemEntries(directory).Any())
            throw new WrongSettingException($"{directory} holds data that are not the demo's; give LRS_DATA another directory, or none.");
        Directory.CreateDirectory(directory);
        File.WriteAllText(marker, "");
    }

    private static bool IsLoopback(string url) =>
        Uri.TryCreate(url, UriKind.Absolute, out var uri)
        && (uri.IsLoopback || (IPAddress.TryParse(uri.Host, out var address) && IPAddress.IsLoopback(address)));
}
