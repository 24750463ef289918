using System.Text;
using Analytics.ClickHouse;
using Analytics.Compliance;
using Analytics.Registry;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using Testing;

namespace Analytics.Tests.Registry;

/// <summary>A registry in a database of its own, with the agencies that tests speak of.</summary>
internal sealed class RegistryUnderTest
{
    public const string Nip1 = "198501012010011001";
    public const string Nip2 = "199002022015022002";

    private RegistryUnderTest(ClickHouseClient clickHouse, ImportOptions options)
    {
        ClickHouse = clickHouse;
        Import = new RegistryImport(clickHouse, PersonIds, new RegistryRules(RulePacks.Embedded()), Options.Create(options), Clock, NullLogger<RegistryImport>.Instance);
        People = new PeopleLookup(clickHouse, PersonIds, Clock);
        Agencies = new AgencyList(clickHouse, Clock);
    }

    public ClickHouseClient ClickHouse { get; }

    /// <summary>In a year to come, so that the lifetime of requests does not end in a test.</summary>
    public FakeTimeProvider Clock { get; } = new(new DateTimeOffset(2066, 6, 1, 3, 0, 0, TimeSpan.Zero)) { AutoAdvanceAmount = TimeSpan.FromMilliseconds(1) };

    public PersonIds PersonIds { get; } = new(new InstallationKey(() => [1, 2, 3]));

    public RegistryImport Import { get; }

    public PeopleLookup People { get; }

    public AgencyList Agencies { get; }

    public static async Task<RegistryUnderTest> CreateAsync(ClickHouseFixture fixture, ImportOptions? options = null)
    {
        var registry = new RegistryUnderTest(await fixture.CreateDatabaseAsync(), options ?? new ImportOptions());
        await registry.ImportAsync(RegistryTable.Agencies, """
            agency_code,name,kind,parent_code,province_code,timezone
            A,Kementerian A,KEMENTERIAN,,31,Asia/Jakarta
            B,Kota B,KOTA,,94,Asia/Jayapura
            """);
        return registry;
    }

    public Guid PersonId(string nip) => Nip.TryParse(nip, out var parsed) ? PersonIds.Of(parsed) : throw new ArgumentException("no NIP", nameof(nip));

    public Task<ImportOutcome.Imported> ImportAsync(RegistryTable table, string csv) => ImportAsync(table, Encoding.UTF8.GetBytes(csv));

    public async Task<ImportOutcome.Imported> ImportAsync(RegistryTable table, byte[] csv) =>
        Assert.IsType<ImportOutcome.Imported>(await Import.RunAsync(table, new MemoryStream(csv), CancellationToken.None));

    public async Task<string> HeaderFaultAsync(RegistryTable table, string csv) =>
        Assert.IsType<ImportOutcome.UnusableHeader>(
            await Import.RunAsync(table, new MemoryStream(Encoding.UTF8.GetBytes(csv)), CancellationToken.None)).Reason;

    /// <summary>The requests since the last call, each once, "kind key".</summary>
    public async Task<string[]> TakeRequestsAsync()
    {
        var requests = await ClickHouse.QueryAsync<Line>("SELECT DISTINCT trimRight(concat(kind, ' ', key)) AS text FROM compute_requests ORDER BY text");
        await ClickHouse.ExecuteAsync("TRUNCATE TABLE compute_requests");
        return [.. requests.Select(line => line.Text)];
    }

    /// <summary>One column of a query that gives texts.</summary>
    public async Task<string[]> TextsAsync(string sql) => [.. (await ClickHouse.QueryAsync<Line>(sql)).Select(line => line.Text)];

    private sealed record Line(string Text);
}
