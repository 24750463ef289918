using System.Security.Cryptography;
using System.Text.Json;
using Samples.Statements;

namespace Lrs.Tests.NationalDemo;

public sealed class StatementFeedTests(SmallNation small) : IClassFixture<SmallNation>
{
    [Fact]
    public void The_year_before_the_same_people_learnt_less()
    {
        var nation = SmallNation.Make(SmallNation.Seed);
        var before = nation.TheYearBefore();
        Assert.Same(nation.People, before.People);
        var (now, then) = (nation.People.SelectMany(nation.PlanFor).ToList(), before.People.SelectMany(before.PlanFor).ToList());
        Assert.All(then, taken => Assert.Equal(nation.Year - 1, taken.Start.Year));
        Assert.InRange(then.Sum(taken => taken.ExpectedJp), 1, now.Sum(taken => taken.ExpectedJp) - 1);
        Assert.Empty(then.Select(taken => taken.Id("done")).Intersect(now.Select(taken => taken.Id("done"))));
    }

    [Fact]
    public void The_same_seed_gives_the_same_bytes_and_another_seed_others()
    {
        var once = Hash(small.Batches);
        Assert.Equal(once, Hash(new StatementFeed(SmallNation.Make(SmallNation.Seed), SmallNation.Seed).Batches()));
        Assert.NotEqual(once, Hash(new StatementFeed(SmallNation.Make(8), 8).Batches()));
    }

    [Fact]
    public void About_seven_statements_come_with_each_person() =>
        Assert.InRange(small.Batches.Sum(batch => batch.Drafts.Count), 6 * SmallNation.Size, 8 * SmallNation.Size);

    [Fact]
    public void Batches_hold_at_most_a_hundred_statements() =>
        Assert.All(small.Batches, batch => Assert.InRange(batch.Drafts.Count, 1, 100));

    [Fact]
    public void Nothing_is_told_of_the_future_and_something_of_every_month_before()
    {
        Assert.All(small.Drafts, draft => Assert.True(draft.When <= SmallNation.Now));
        Assert.Equal(Enumerable.Range(1, 11), small.Drafts.Select(draft => draft.When.Month).Distinct().Order());
    }

    [Fact]
    public void Platforms_mix_from_the_first_month_on()
    {
        var early = small.Batches.Take(small.Batches.Count / 6).Select(batch => batch.Platform.Provider).Distinct().Count();
        Assert.InRange(early, 8, small.Nation.Platforms.Count);
    }

    [Fact]
    public void About_half_the_people_plan_to_have_their_hours_by_late_November_and_agencies_differ()
    {
        var shares = small.Nation.People.Where(person => person.EmploymentType == "PNS").GroupBy(person => person.Agency)
            .Where(agency => agency.Count() > 20)
            .Select(agency => agency.Average(person => Planned(person) >= 20 ? 1.0 : 0))
            .ToList();
        Assert.InRange(shares.Average(), 0.35, 0.60);
        Assert.True(shares.Max() - shares.Min() > 0.3);
    }

    [Fact]
    public void Json_has_what_a_statement_needs_and_nothing_empty()
    {
        foreach (var batch in small.Batches.Take(150))
        {
            using var json = JsonDocument.Parse(batch.ToJson());
            Assert.Equal(batch.Drafts.Count, json.RootElement.GetArrayLength());
            Assert.All(json.RootElement.EnumerateArray(), statement =>
            {
                foreach (var property in new[] { "actor", "verb", "object", "timestamp" })
                    Assert.True(statement.TryGetProperty(property, out _));
                Assert.All(statement.EnumerateObject(), property => Assert.NotEqual("{}", property.Value.GetRawText()));
            });
        }
    }

    private decimal Planned(Samples.Registry.Person person) =>
        small.Nation.PlanFor(person).Where(taken => taken.ReportedOn <= small.Nation.Today).Sum(taken => taken.ExpectedJp);

    private static string Hash(IEnumerable<Batch> batches)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var batch in batches)
            hash.AppendData(batch.ToJson().Span);
        return Convert.ToHexString(hash.GetHashAndReset());
    }
}
