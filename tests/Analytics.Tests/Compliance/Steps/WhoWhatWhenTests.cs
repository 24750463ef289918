namespace Analytics.Tests.Compliance.Steps;

/// <summary>Steps 1 to 5, where the table of cases does not settle them: whose a statement is, what it is about, whether it qualifies, and on which day.</summary>
public sealed class WhoWhatWhenTests
{
    private const string Course = "https://lms.example/course/1";
    private const string Mail = "mailto:a@instansi.go.id";

    [Theory]
    [InlineData(null, null, 10)]
    [InlineData("2026-03-02", "2026-03-02", 10)]
    [InlineData("2026-03-03", null, 0)]
    [InlineData(null, "2026-03-01", 0)]
    public void Step_2_an_identifier_names_the_person_only_while_it_is_valid(string? from, string? to, decimal counted) =>
        Assert.Equal(counted, Bimtek().KnownAs(Mail, from, to).Says("2026-03-02T15:00:00", Course, actor: Mail).Year().CountedJp);

    [Fact]
    public void Step_2_an_identifier_is_valid_on_the_local_date_not_the_one_in_UTC() =>
        Assert.Equal(10, Bimtek().KnownAs(Mail, from: "2026-03-02").Says("2026-03-01T17:00:00Z", Course, actor: Mail).Year().CountedJp);

    [Theory]
    [InlineData("2026-03-01", 0)]
    [InlineData("2025-01-01", 10)]
    public void Step_2_of_two_people_with_the_same_identifier_the_later_registration_wins(string otherFrom, decimal counted) =>
        Assert.Equal(counted, Bimtek().KnownAs(Mail, from: "2026-02-01").KnownAs(Mail, from: otherFrom, theirs: false)
            .Says("2026-03-02T15:00:00", Course, actor: Mail).Year().CountedJp);

    [Theory]
    [InlineData("2025-12-31T15:30:00Z", "2026-01-01", null, 1)]
    [InlineData("2025-12-31T15:30:00Z", null, "2025-12-31", 0)]
    [InlineData("2025-12-31T14:30:00Z", null, "2025-12-31", 1)]
    public void Step_2_an_identifier_that_changes_hands_between_two_zones_is_valid_on_its_holders_local_date(
        string at, string? from, string? to, int credits)
    {
        var inWib = new Learning().Works().Person().Employment;
        var learning = Bimtek().Works(agency: "PAPUA", zone: "Asia/Jayapura").KnownAs(Mail, from, to);
        learning = from is null
            ? learning.KnownAs(Mail, from: "2026-01-01", theirs: false, otherHolder: inWib)
            : learning.KnownAs(Mail, to: "2025-12-31", theirs: false, otherHolder: inWib);
        Assert.Equal(credits, learning.Says(at, Course, actor: Mail).Years().Sum(year => year.Credits.Count));
    }

    [Fact]
    public void Step_2_an_identifier_that_two_hold_at_once_between_two_zones_is_the_later_ones()
    {
        // 31 December in WIB, the first day of the year in Jayapura.
        const string at = "2025-12-31T15:30:00Z";
        var (wib, wit) = (new Learning().Works(), new Learning().Works(agency: "PAPUA", zone: "Asia/Jayapura"));
        var former = Bimtek().Works().KnownAs(Mail, to: "2025-12-31")
            .KnownAs(Mail, from: "2026-01-01", theirs: false, otherHolder: wit.Person().Employment);
        var later = Bimtek().Works(agency: "PAPUA", zone: "Asia/Jayapura").KnownAs(Mail, from: "2026-01-01")
            .KnownAs(Mail, to: "2025-12-31", theirs: false, otherHolder: wib.Person().Employment);
        Assert.Empty(former.Says(at, Course, actor: Mail).Years());
        Assert.Single(Assert.Single(later.Says(at, Course, actor: Mail).Years()).Credits);
    }

    [Fact]
    public void Step_2_an_actor_nobody_registered_gives_nothing() =>
        Assert.Empty(Bimtek().Says("2026-03-02T15:00:00", Course, actor: Mail).Year().Credits);

    [Theory]
    [InlineData("2026-03-02", null, 1)]
    [InlineData(null, "2026-03-02", 1)]
    [InlineData("2026-03-03", null, 0)]
    [InlineData(null, "2026-03-01", 0)]
    public void Step_3_an_activity_counts_while_its_registration_is_valid(string? from, string? to, int credits) =>
        Assert.Equal(credits, new Learning().Registers(Course, "BIMTEK", jp: 10, from: from, to: to)
            .Says("2026-03-02T15:00:00", Course).Year().Credits.Count);

    [Fact]
    public void Step_3_of_two_valid_registrations_the_later_one_holds() =>
        Assert.Equal(7, new Learning().Registers(Course, "BIMTEK", jp: 10).Registers(Course, "BIMTEK", jp: 7, from: "2026-01-01")
            .Says("2026-03-02T15:00:00", Course).Year().CountedJp);

    [Fact]
    public void Step_3_a_form_no_pack_knows_is_not_guessed() =>
        Assert.Empty(new Learning().Registers(Course, "WEBINAR", jp: 10).Says("2026-03-02T15:00:00", Course).Year().Credits);

    [Theory]
    [InlineData(Learning.Completed, null, null, 1)]
    [InlineData(Learning.Passed, true, true, 1)]
    [InlineData("http://adlnet.gov/expapi/verbs/attended", null, null, 1)]
    [InlineData("https://w3id.org/xapi/adl/verbs/satisfied", null, null, 1)]
    [InlineData(Learning.Launched, null, null, 0)]
    [InlineData(Learning.Completed, false, null, 0)]
    [InlineData(Learning.Completed, true, false, 0)]
    public void Step_4_qualifies_by_verb_and_by_neither_success_nor_completion_being_false(string verb, bool? success, bool? completion, int credits) =>
        Assert.Equal(credits, Bimtek().Says("2026-03-02T15:00:00", Course, verb, success: success, completion: completion).Year().Credits.Count);

    [Theory]
    [InlineData("2025-06-30T15:30:00Z", "2025-06-30")]
    [InlineData("2025-12-31T15:30:00Z", "2026-01-01")]
    public void Step_5_the_zone_is_that_of_the_agency_of_that_date(string at, string date) =>
        Assert.Equal(Learning.Date(date), Assert.Single(Assert.Single(Bimtek()
            .Works(agency: "LAN", to: "2025-08-31").Works(agency: "PAPUA", zone: "Asia/Jayapura", from: "2025-09-01")
            .Says(at, Course).Years()).Credits).Date);

    [Fact]
    public void Step_5_the_kind_of_ASN_is_that_of_the_credits_local_date()
    {
        // Already 1 January where the person worked until 31 December, not yet where they work from 1 January.
        var learning = new Learning().Registers(Course, "MAGANG", units: 2)
            .Works("PNS", "MAKASSAR", "Asia/Makassar", to: "2025-12-31").Works("PPPK", from: "2026-01-01", contract: "2026-01-01")
            .Says("2025-12-31T16:30:00Z", Course);
        Assert.Equal(24, Assert.Single(learning.Years()).CountedJp);
    }

    [Theory]
    [InlineData("2020-06-01", "FIRST")]
    [InlineData("2022-06-01", "SECOND")]
    [InlineData("2022-09-01", "THIRD")]
    [InlineData("2024-06-01", "SECOND")]
    [InlineData("2010-06-01", "FIRST")]
    public void Step_5_the_spell_of_a_date_covers_it_or_is_the_nearest(string on, string agency)
    {
        var learning = new Learning().Works(agency: "FIRST", from: "2019-01-01", to: "2021-12-31")
            .Works(agency: "THIRD", from: "2022-08-01", to: "2022-10-31").Works(agency: "SECOND", from: "2022-01-01", to: "2023-12-31");
        Assert.Equal(agency, learning.Person().Employment.On(Learning.Date(on)!.Value).AgencyCode);
    }

    private static Learning Bimtek() => new Learning().Registers(Course, "BIMTEK", jp: 10);
}
