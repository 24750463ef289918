using Analytics.Compliance;
using Testing;

namespace Analytics.Tests.Compliance;

[Collection(ClickHouseFixture.Collection)]
public sealed class ActivityWorthTests(ClickHouseFixture clickHouse)
{
    [Theory]
    [InlineData("KURSUS", 10.0, "NATIONAL", 10.0, "PROGRAMME")]
    [InlineData("KURSUS", 10.0, "INTERNATIONAL", 12.0, "PROGRAMME")]
    [InlineData("SEMINAR", null, "INTERNATIONAL", 6.0, "PER_DAY")]
    [InlineData("KURSUS", null, "NATIONAL", null, "PROGRAMME")]
    [InlineData("OJT", null, "NATIONAL", null, "MANUAL")]
    [InlineData("WEBINAR", 4.0, "NATIONAL", null, null)]
    public async Task An_activity_counts_what_its_form_and_level_make_of_it(string form, double? jp, string level, double? counts, string? basis)
    {
        var store = await ComplianceStore.CreateAsync(clickHouse);
        await store.WithActivityAsync(form: form, jp: (decimal?)jp, provider: "kolabjar", level: level);
        await store.WithActivityAsync("https://lms.example/other", provider: "pusdiklat");
        var activities = new ActivityWorths(store.Database, Learning.Packs, store.Clock);
        var worth = Assert.Single(await activities.OfAsync("kolabjar", 10, CancellationToken.None));
        Assert.Equal((form, level, (decimal?)jp, (decimal?)counts, basis), (worth.Form, worth.Level, worth.Jp, worth.CountsJp, worth.Basis));
    }

    [Fact]
    public async Task Caps_of_a_day_and_a_month_are_told()
    {
        var store = await ComplianceStore.CreateAsync(clickHouse);
        await store.WithActivityAsync("https://lms.example/1", "ELEARNING", 9, "kolabjar");
        await store.WithActivityAsync("https://lms.example/2", "COACHING", null, "kolabjar");
        var worths = await new ActivityWorths(store.Database, Learning.Packs, store.Clock).OfAsync("kolabjar", 10, CancellationToken.None);
        Assert.Equal([((decimal?)3, (int?)null), (null, 2)], worths.Select(worth => (worth.JpPerDay, worth.EventsPerMonth)));
    }
}
