using Analytics.Compliance;
using FsCheck.Fluent;
using NodaTime;
using Testing;

namespace Analytics.Tests.Compliance;

/// <summary>Several packs together, and the directory they are read from.</summary>
public sealed class RulePacksTests : IDisposable
{
    private readonly TestDirectory _directory = new();

    public void Dispose() => _directory.Dispose();

    // The new pack differs in everything that a pack can say.
    [Theory]
    [InlineData(2026)]
    [InlineData(2027)]
    public void A_new_pack_never_changes_what_an_old_year_counted(int from)
    {
        WriteStrange($"{from}-01-01");
        var packs = RulePackFiles.Load(_directory.Path);
        Assert.Equal(["lan-10-2018", "test"], packs.InOrder.Select(pack => pack.Name));
        foreach (var history in HistoryGen.Histories().Generator.Sample(200, 30))
            Assert.Equal(
                EngineProperties.Shown(history.Compute().Where(year => year.Year < from)),
                EngineProperties.Shown(history.Compute(packs: packs).Where(year => year.Year < from)));
    }

    [Fact]
    public void The_same_learning_counts_by_the_pack_of_its_day()
    {
        WriteStrange("2026-07-01");
        var packs = RulePackFiles.Load(_directory.Path);
        var credits = new Learning().Under(packs).Registers("https://lms.example/a", "KURSUS", jp: 4).Registers("https://lms.example/b", "KURSUS", jp: 4)
            .Says("2026-06-30T23:59:59", "https://lms.example/a").Says("2026-07-01T00:00:00", "https://lms.example/b").Year().Credits;
        Assert.Equal([4m, 12], credits.Select(credit => credit.CountedJp));
    }

    [Fact]
    public void A_namespace_of_a_new_pack_names_nobody_in_the_years_before_it()
    {
        WriteStrange("2027-01-01");
        var packs = RulePackFiles.Load(_directory.Path);
        Assert.Equal(
            [("https://nip.asn.go.id", null), ("https://new.go.id", new LocalDate(2027, 1, 1))],
            packs.NipNamespaces.Select(account => (account.HomePage, account.Since)));
    }

    [Fact]
    public void A_pack_without_a_last_day_holds_until_the_next_begins()
    {
        Write("test.yaml");
        var packs = RulePackFiles.Load(_directory.Path);
        Assert.Equal("lan-10-2018", packs.On(new LocalDate(2029, 12, 31))?.Name);
        Assert.Equal("test", packs.On(new LocalDate(2030, 1, 1))?.Name);
    }

    [Fact]
    public void A_pack_that_begins_with_another_is_refused()
    {
        Write("test.yaml", ("valid_from: 2030-01-01\nminutes", "valid_from: 2018-01-01\nminutes"));
        var refusal = Assert.Throws<RulePackException>(() => RulePackFiles.Load(_directory.Path));
        Assert.Equal(("test.yaml", 2), (refusal.File, refusal.Line));
        Assert.Contains("lan-10-2018", refusal.Expected, StringComparison.Ordinal);
    }

    [Fact]
    public void A_last_day_that_the_next_pack_begins_before_is_refused()
    {
        Write("a.yaml", ("valid_from: 2030-01-01\nminutes", "valid_from: 2030-01-01\nvalid_to: 2035-06-30\nminutes"));
        Write("b.yaml", ("pack: test", "pack: next"), ("valid_from: 2030-01-01\nminutes", "valid_from: 2035-06-30\nminutes"));
        var refusal = Assert.Throws<RulePackException>(() => RulePackFiles.Load(_directory.Path));
        Assert.Equal(("b.yaml", 2), (refusal.File, refusal.Line));
    }

    [Fact]
    public void A_pack_of_the_same_name_stands_in_the_place_of_the_program_s()
    {
        Write("test.yml", ("pack: test", "pack: lan-10-2018"));
        Assert.Null(RulePackFiles.Load(_directory.Path).On(new LocalDate(2026, 1, 1)));
    }

    [Fact]
    public void Two_packs_of_one_name_in_the_directory_are_refused()
    {
        Write("a.yaml");
        Write("b.yaml");
        Assert.Equal("b.yaml", Assert.Throws<RulePackException>(() => RulePackFiles.Load(_directory.Path)).File);
    }

    [Fact]
    public void A_directory_without_packs_and_none_at_all_are_refused()
    {
        Assert.Throws<RulePackException>(() => RulePackFiles.Load(_directory.Path));
        Assert.Throws<RulePackException>(() => RulePackFiles.Load(Path.Combine(_directory.Path, "not there")));
    }

    [Fact]
    public void The_fingerprint_tells_packs_apart()
    {
        Write("a.yaml");
        var first = RulePackFiles.Load(_directory.Path).Fingerprint;
        Assert.Equal(first, RulePackFiles.Load(_directory.Path).Fingerprint);
        Write("a.yaml", ("national: 1.0", "national: 1.1"));
        Assert.NotEqual(first, RulePackFiles.Load(_directory.Path).Fingerprint);
    }

    private void Write(string file, params (string Good, string Bad)[] replacements) =>
        File.WriteAllText(Path.Combine(_directory.Path, file), SomePack.With(replacements));

    private void WriteStrange(string from) => Write(
        "test.yaml", ("pack: test\nvalid_from: 2030-01-01", $"pack: test\nvalid_from: {from}"), ("[https://nip.asn.go.id]", "[https://new.go.id]"),
        ("national: 1.0", "national: 3.0"), ("verbs/completed]", "verbs/launched, http://adlnet.gov/expapi/verbs/completed]"));
}
