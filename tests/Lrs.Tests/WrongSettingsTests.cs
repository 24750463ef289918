using System.Net;
using System.Net.Sockets;
using Testing;

namespace Lrs.Tests;

/// <summary>A service that cannot start with its settings says so in a sentence, and nothing but a sentence.</summary>
public sealed class WrongSettingsTests
{
    [Theory]
    [InlineData("Statements: The field MaxDepth must be between 16 and 250.", "--Statements:MaxDepth=0")]
    [InlineData("Failed to convert configuration value 'many' at 'Statements:MaxDepth' to type 'System.Int32'.", "--Statements:MaxDepth=many")]
    [InlineData("LRS_ROLES is \"foo\"; expected some of web, ingest, jobs, separated by commas.", "--roles=foo")]
    [InlineData("LRS_CLICKHOUSE: expected http://user:password@host:8123/database.", "--LRS_CLICKHOUSE=clickhouse:9000")]
    [InlineData("LRS_DATABASE: expected a PostgreSQL connection string", "--LRS_DATABASE=postgres://db/lrs")]
    [InlineData("LRS_ROLES is \"jobs\", so LRS_DATABASE is needed", "--roles=jobs")]
    [InlineData("LRS_ROLES is \"web,jobs\", so LRS_KAFKA is needed", "--roles=web,jobs")]
    [InlineData("LRS_LIBRDKAFKA is \"/no/such/file\", which is no library that this machine can load.", "--LRS_KAFKA=localhost:9092", "--LRS_LIBRDKAFKA=/no/such/file")]
    public async Task Says_what_is_wrong_and_no_stack_trace(string sentence, params string[] arguments)
    {
        var refused = await Assert.ThrowsAsync<InvalidOperationException>(() => StartAsync(arguments));
        Assert.Contains("ended with 1:", refused.Message, StringComparison.Ordinal);
        Assert.Contains(sentence, refused.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Names_file_and_line_of_a_rule_pack_that_it_cannot_use()
    {
        using var packs = new TestDirectory();
        await File.WriteAllTextAsync(Path.Combine(packs.Path, "2027.yaml"), "pack: lan-2027\nforms_of_learning: []\n");
        var refused = await Assert.ThrowsAsync<InvalidOperationException>(() => StartAsync($"--Compliance:RulePackDirectory={packs.Path}"));
        Assert.Contains("2027.yaml:2: expected one of ", refused.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Says_that_another_program_has_its_address()
    {
        using var other = new TcpListener(IPAddress.Loopback, 0);
        other.Start();
        var refused = await Assert.ThrowsAsync<InvalidOperationException>(() => StartAsync($"--LRS_URLS=http://{other.LocalEndpoint}"));
        Assert.Contains("ended with 1:", refused.Message, StringComparison.Ordinal);
        Assert.Contains($"LRS_URLS: Failed to bind to address http://{other.LocalEndpoint}: address already in use.", refused.Message, StringComparison.Ordinal);
    }

    private static async Task StartAsync(params string[] arguments)
    {
        using var data = new TestDirectory();
        await using var service = await LrsProcess.StartAsync(data.Path, arguments);
    }
}
