using Analytics.Registry;
using Testing;

namespace Analytics.Tests.Registry;

/// <summary>Rows that somebody mapped by hand: checked as those of a file, each answered for itself.</summary>
[Collection(ClickHouseFixture.Collection)]
public sealed class MappingsTests(ClickHouseFixture clickHouse)
{
    [Fact]
    public async Task Each_row_says_what_became_of_it()
    {
        var registry = await RegistryUnderTest.CreateAsync(clickHouse);
        await registry.ImportAsync(RegistryTable.Identifiers, $"ifi_kind,ifi_value,nip\nmbox,mailto:old@x.go.id,{RegistryUnderTest.Nip1}");
        await registry.TakeRequestsAsync();

        var outcomes = await MapAsync(registry,
            Identifier("mbox", "mailto:new@x.go.id"), Identifier("mbox", "mailto:old@x.go.id"), Identifier("mbox", "new@x.go.id"),
            Identifier("account", "https://lms.example|17", RegistryUnderTest.Nip2), Identifier("account", "https://lms.example|17"),
            Identifier("mbox", "mailto:new2@x.go.id", "199002302015031001"), new() { ["ifi_kind"] = "mbox", ["mail"] = "mailto:new@x.go.id" });

        Assert.Equal(["stored", "unchanged", "rejected", "overtaken", "stored", "rejected", "rejected"], outcomes.Select(one => one.Outcome));
        Assert.Equal([null, null, "ifi_value", null, null, "nip", "mail"], outcomes.Select(one => one.Column));
        Assert.All(outcomes, one => Assert.Equal(one.Outcome == MappingOutcome.Rejected, one.Reason is not null));
        Assert.Equal(["ifi account:https://lms.example|17", "ifi mailto:new@x.go.id"], await registry.TakeRequestsAsync());
        Assert.Equal(
            [$"account:https://lms.example|17 {RegistryUnderTest.Nip1}", $"mailto:new@x.go.id {RegistryUnderTest.Nip1}", $"mailto:old@x.go.id {RegistryUnderTest.Nip1}"],
            await registry.TextsAsync("SELECT concat(ifi, ' ', nip) AS text FROM identifiers FINAL ORDER BY text"));
        Assert.Equal(["unchanged"], (await MapAsync(registry, Identifier("mbox", "mailto:new@x.go.id"))).Select(one => one.Outcome));
    }

    [Theory]
    [InlineData("https://nip.asn.go.id|199002022015022002", "ifi_value")]
    [InlineData("account:https://lms.example|17", "ifi_value")]
    [InlineData("https://nip.asn.go.id|199002302015022002", null)]
    [InlineData("https://lms.example|199002022015022002", null)]
    public async Task An_identifier_that_would_never_be_asked_is_rejected(string account, string? column)
    {
        var registry = await RegistryUnderTest.CreateAsync(clickHouse);
        Assert.Equal(column, Assert.Single(await MapAsync(registry, Identifier("account", account))).Column);
    }

    [Fact]
    public async Task Activities_are_mapped_likewise()
    {
        var registry = await RegistryUnderTest.CreateAsync(clickHouse);
        var outcomes = await registry.Import.MapAsync(
            RegistryTable.Activities,
            [Activity("https://lms.example/1", "KURSUS", "10"), Activity("https://lms.example/2", "WEBINAR", "10"), Activity("https://lms.example/3", "KURSUS", "-1")],
            CancellationToken.None);
        Assert.Equal([null, "form", "jp"], outcomes.Select(one => one.Column));
        Assert.Equal(["activity https://lms.example/1"], await registry.TakeRequestsAsync());
    }

    private static Task<IReadOnlyList<MappingOutcome>> MapAsync(RegistryUnderTest registry, params Dictionary<string, string>[] rows) =>
        registry.Import.MapAsync(RegistryTable.Identifiers, rows, CancellationToken.None);

    private static Dictionary<string, string> Identifier(string kind, string value, string nip = RegistryUnderTest.Nip1) =>
        new() { ["ifi_kind"] = kind, ["ifi_value"] = value, ["nip"] = nip };

    private static Dictionary<string, string> Activity(string iri, string form, string jp) =>
        new() { ["activity_iri"] = iri, ["title"] = "Kursus", ["form"] = form, ["jp"] = jp };
}
