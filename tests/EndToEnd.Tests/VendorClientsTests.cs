using System.Diagnostics;
using System.Net.Http.Json;
using System.Reflection;
using System.Text.Json;
using Testing;

namespace EndToEnd.Tests;

/// <summary>The libraries that platforms and their content use, unchanged, against the running service: tests/VendorClients, run by Node's own test runner.</summary>
[Collection(LrsCollection.Name)]
public sealed class VendorClientsTests(LrsFixture fixture)
{
    private static readonly TimeSpan AtMost = TimeSpan.FromMinutes(2);

    [Theory]
    [InlineData("tincan.test.cjs")]
    [InlineData("cmi5.test.mjs")]
    [InlineData("xapi.test.mjs")]
    public async Task Every_call_of_the_library_is_answered_as_it_expects(string file)
    {
        using var made = await fixture.Lrs.Root.PostAsJsonAsync("/api/v1/credentials", new
        {
            provider = $"clients-{Guid.NewGuid():N}",
            scopes = new[] { "statements/write", "statements/read/mine", "state", "profile", "define" },
        });
        made.EnsureSuccessStatusCode();
        var credential = await made.Content.ReadFromJsonAsync<JsonElement>();
        var (exitCode, output) = await RunAsync(
            file, credential.GetProperty("key").GetString()!, credential.GetProperty("secret").GetString()!);
        Assert.True(exitCode == 0, output);
        Assert.DoesNotContain("# tests 0", output, StringComparison.Ordinal);
    }

    private async Task<(int ExitCode, string Output)> RunAsync(string file, string key, string secret)
    {
        var directory = typeof(VendorClientsTests).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(metadata => metadata.Key == "VendorClients").Value!;
        var start = new ProcessStartInfo("node", ["--test", "--test-reporter=tap", file])
        {
            WorkingDirectory = directory,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["LRS_ENDPOINT"] = new Uri(fixture.Lrs.Address, "/xapi/").ToString();
        start.Environment["LRS_KEY"] = key;
        start.Environment["LRS_SECRET"] = secret;
        using var node = Process.Start(start)!;
        using var patience = new CancellationTokenSource(AtMost);
        var (output, errors) = (node.StandardOutput.ReadToEndAsync(patience.Token), node.StandardError.ReadToEndAsync(patience.Token));
        await node.WaitForExitAsync(patience.Token);
        return (node.ExitCode, await output + await errors);
    }
}
