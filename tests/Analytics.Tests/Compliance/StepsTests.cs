using Analytics.Compliance;
using Analytics.Compliance.Steps;
using NodaTime;

namespace Analytics.Tests.Compliance;

/// <summary>The steps one by one, where the table of cases does not already settle them.</summary>
public sealed class StepsTests
{
    private const string Course = "https://lms.example/course/1";
    private const string Other = "https://lms.example/course/2";
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

    [Fact]
    public void Step_6_a_session_counts_once_a_local_day()
    {
        var credits = new Learning().Registers(Course, "COACHING").Says("2026-03-02T08:00:00", Course).Says("2026-03-02T15:00:00", Course)
            .Says("2026-03-03T08:00:00", Course).Year().Credits;
        Assert.Equal([2m, 0, 2], credits.Select(credit => credit.CountedJp));
        Assert.Equal([new Reduction("duplicate", 2)], credits[1].Reductions);
    }

    [Fact]
    public void Step_6_a_course_counts_again_in_the_next_year() =>
        Assert.Equal([10m, 10m], Bimtek().Says("2025-03-02T08:00:00", Course).Says("2026-03-02T15:00:00", Course).Years().Select(year => year.CountedJp));

    [Fact]
    public void Step_6_a_certificate_counts_once_in_a_life() =>
        Assert.Equal([10m, 0], Bimtek().Says("2025-03-02T08:00:00", Course, certificate: "A").Says("2026-03-02T15:00:00", Course, certificate: "A")
            .Years().Select(year => year.CountedJp));

    [Fact]
    public void Step_6_a_duplicate_takes_neither_its_certificate_nor_its_activity_from_a_later_one()
    {
        var credits = Bimtek().Registers(Other, "BIMTEK", jp: 5)
            .Says("2026-03-01T08:00:00", Course, certificate: "A")
            .Says("2026-03-02T08:00:00", Course, certificate: "B") // a duplicate by its activity: B stays free
            .Says("2026-03-03T08:00:00", Other, certificate: "A") // a duplicate by its certificate: the activity stays free
            .Says("2026-03-04T08:00:00", Other, certificate: "B").Year().Credits;
        Assert.Equal([10m, 0, 0, 5], credits.Select(credit => credit.CountedJp));
    }

    [Fact]
    public void Step_6_at_the_same_instant_the_lower_id_is_first()
    {
        var credits = Bimtek().Says("2026-03-02T15:00:00", Course, id: "b0000000-0000-0000-0000-000000000000")
            .Says("2026-03-02T15:00:00", Course, id: "0a000000-0000-0000-0000-000000000000")
            .Says("2026-03-02T15:00:00", Course, id: "a0000000-0000-0000-0000-000000000001").Year().Credits;
        Assert.Equal(["0", "a", "b"], credits.Select(credit => credit.StatementId.ToString()[..1]));
        Assert.Equal([false, true, true], credits.Select(credit => credit.IsDuplicate));
    }

    [Theory]
    [InlineData("8", "6", "PT9H", 8)]
    [InlineData("0", "6", "PT9H", 0)]
    [InlineData(null, "6", "PT9H", 6)]
    [InlineData(null, "1.5e1", "", 15)]
    [InlineData(null, "many", "PT9H", 12)]
    [InlineData(null, "-4", "PT9H", 12)]
    [InlineData(null, "", "PT44M59.9S", 0)]
    [InlineData(null, "", "PT45M", 1)]
    [InlineData(null, "", "", 0)]
    public void Step_7_claims_by_registry_then_extension_then_duration(string? jp, string extension, string duration, decimal claimed)
    {
        var registered = jp is null ? (decimal?)null : decimal.Parse(jp, System.Globalization.CultureInfo.InvariantCulture);
        var year = new Learning().Registers(Course, "BIMTEK", jp: registered).Says("2026-03-02T15:00:00", Course, jp: extension, duration: duration).Year();
        Assert.Equal(claimed, year.ClaimedJp);
    }

    [Theory]
    [InlineData("WORKSHOP", null, false, 5, 5)]
    [InlineData("SOSIALISASI", "3", true, 12, 18)]
    [InlineData("COACHING", "1", true, 2, 4)]
    [InlineData("MAGANG", null, true, 20, 24)]
    [InlineData("TUGAS_BELAJAR", "2", false, 40, 40)]
    [InlineData("SEMINAR", "1.5", false, 6, 6)]
    public void Steps_7_and_8_units_are_claimed_at_the_national_value_and_converted_at_the_level_s(
        string form, string? units, bool international, decimal claimed, decimal converted)
    {
        var registered = units is null ? (decimal?)null : decimal.Parse(units, System.Globalization.CultureInfo.InvariantCulture);
        var year = new Learning().Registers(Course, form, jp: 99, units: registered, international: international).Says("2026-03-02T15:00:00", Course).Year();
        Assert.Equal((claimed, converted), (year.ClaimedJp, year.ConvertedJp));
    }

    [Theory]
    [InlineData("STRUCTURAL", "10", "10.0")]
    [InlineData("KURSUS", "10", "12.0")]
    [InlineData("KURSUS", "2.38", "2.9")]
    [InlineData("KURSUS", "2.125", "2.6")]
    public void Step_8_an_international_programme_takes_the_pack_s_factor_or_else_the_national_one(string form, string jp, string converted) =>
        Assert.Equal(Number(converted), new Learning().Registers(Course, form, jp: Number(jp), international: true).Says("2026-03-02T15:00:00", Course)
            .Year().ConvertedJp);

    [Theory]
    [InlineData("2.25", "2.3")]
    [InlineData("2.35", "2.4")]
    [InlineData("2.24", "2.2")]
    public void Step_8_one_place_half_up(string jp, string converted)
    {
        var credit = new Learning().Registers(Course, "KURSUS", jp: Number(jp)).Says("2026-03-02T15:00:00", Course).Year().Credits[0];
        Assert.Equal((Number(jp), Number(converted), Number(converted)), (credit.ClaimedJp, credit.ConvertedJp, credit.CountedJp));
    }

    [Fact]
    public void Step_8_manual_forms_wait_for_a_verifier()
    {
        var year = new Learning().Registers(Course, "OJT", jp: 8).Says("2026-03-02T15:00:00", Course).Year();
        Assert.Equal((8, 0, 0), (year.ClaimedJp, year.ConvertedJp, year.CountedJp));
        Assert.Equal([new Reduction("manual_pending", 8)], year.Credits[0].Reductions);
    }

    [Fact]
    public void Step_9_the_month_is_the_local_one() =>
        Assert.Equal([2m, 2, 2], new Learning().Registers(Course, "COACHING").Says("2026-03-30T08:00:00", Course).Says("2026-03-31T08:00:00", Course)
            .Says("2026-03-31T17:30:00Z", Course).Year().Credits.Select(credit => credit.CountedJp));

    [Fact]
    public void Step_9_active_days_lie_in_the_year_and_not_after_the_candidate() =>
        Assert.Equal(6, new Learning().Registers(Course, "ELEARNING", jp: 20)
            .Says("2025-12-31T08:00:00", Course, Learning.Launched)
            .Says("2026-01-01T08:00:00", Course, Learning.Launched)
            .Says("2026-01-02T08:00:00", Course)
            .Says("2026-01-03T08:00:00", Course, Learning.Launched).Year().CountedJp);

    [Fact]
    public void Step_9_hours_are_laid_on_the_earliest_active_days_first() =>
        Assert.Equal([3m, 2], new Learning().Registers(Course, "ELEARNING", jp: 3).Registers(Other, "ELEARNING", jp: 2)
            .Says("2026-03-02T08:00:00", Course, Learning.Launched).Says("2026-03-03T08:00:00", Course)
            .Says("2026-03-03T09:00:00", Other).Year().Credits.Select(credit => credit.CountedJp));

    [Fact]
    public void Step_9_an_international_activity_has_the_international_cap_less_what_the_day_already_took() =>
        Assert.Equal([3m, 1, 0], new Learning().Registers(Course, "ELEARNING", jp: 3).Registers(Other, "ELEARNING", jp: 9, international: true)
            .Registers(Course + "/b", "ELEARNING", jp: 1)
            .Says("2026-03-02T08:00:00", Course).Says("2026-03-02T09:00:00", Other).Says("2026-03-02T10:00:00", Course + "/b")
            .Year().Credits.Select(credit => credit.CountedJp));

    [Fact]
    public void Step_9_an_international_cap_the_pack_does_not_give_is_the_national_one() =>
        Assert.Equal(2, new Learning().Registers(Course, "SELF_LEARN", jp: 9, international: true).Says("2026-03-02T08:00:00", Course).Year().CountedJp);

    [Fact]
    public void Step_9_forms_do_not_take_each_other_s_room_and_duplicates_take_none() =>
        Assert.Equal([3m, 0, 2, 2], new Learning().Registers(Course, "ELEARNING", jp: 3).Registers(Other, "SELF_LEARN", jp: 2)
            .Registers(Course + "/b", "COP", jp: 2)
            .Says("2026-03-02T08:00:00", Course).Says("2026-03-02T09:00:00", Course).Says("2026-03-02T10:00:00", Other)
            .Says("2026-03-02T11:00:00", Course + "/b").Year().Credits.Select(credit => credit.CountedJp));

    [Fact]
    public void Step_10_a_contract_year_runs_across_new_year()
    {
        var years = new Learning().Works("PPPK", contract: "2024-10-01").Registers(Course, "KURSUS", jp: 20)
            .Says("2025-11-01T08:00:00", Course).Says("2026-02-01T08:00:00", Course).Says("2026-10-01T08:00:00", Course + "/c")
            .Registers(Course + "/c", "KURSUS", jp: 24).Years();
        Assert.Equal([20m, 28m], years.Select(year => year.CountedJp));
        Assert.Equal([4m, 24m], years[1].Credits.Select(credit => credit.CountedJp));
    }

    [Fact]
    public void Step_10_without_a_contract_the_ceiling_is_of_the_calendar_year() =>
        Assert.Equal([24m, 24m], new Learning().Works("PPPK").Registers(Course, "KURSUS", jp: 30)
            .Says("2025-12-31T08:00:00", Course).Says("2026-01-01T08:00:00", Course).Years().Select(year => year.CountedJp));

    [Theory]
    [InlineData("2024-02-29", "2025-02-28", "2025-02-28")]
    [InlineData("2024-02-29", "2028-02-28", "2027-02-28")]
    [InlineData("2024-10-01", "2026-09-30", "2025-10-01")]
    [InlineData("2024-10-01", "2024-03-01", "2023-10-01")]
    [InlineData(null, "2026-09-30", "2026-01-01")]
    public void Step_10_a_contract_year_starts_on_the_contract_s_first_day_and_each_anniversary(string? contract, string date, string start) =>
        Assert.Equal(Learning.Date(start), ContractCeiling.ContractYearStart(Learning.Date(contract), Learning.Date(date)!.Value));

    [Fact]
    public void Step_10_an_hour_of_a_PNS_meets_no_ceiling() =>
        Assert.Equal(60, new Learning().Registers(Course, "KURSUS", jp: 60).Says("2026-03-02T08:00:00", Course).Year().CountedJp);

    [Theory]
    [InlineData("PNS", "", 20, ComplianceStatus.Met)]
    [InlineData("PNS", "", 19.9, ComplianceStatus.Unmet)]
    [InlineData("PPPK", "", 20, ComplianceStatus.Met)]
    [InlineData("PPPK", "", 5, ComplianceStatus.Unmet)]
    [InlineData("CPNS", "", 5, ComplianceStatus.NotRequired)]
    [InlineData("PPPK_PARUH_WAKTU", "", 5, ComplianceStatus.NotRequired)]
    [InlineData("PNS", "TUGAS_BELAJAR", 5, ComplianceStatus.Exempt)]
    [InlineData("CPNS", "CLTN", 5, ComplianceStatus.Exempt)]
    internal void Step_12_status(string type, string exempt, double jp, ComplianceStatus status) =>
        Assert.Equal(status, new Learning().Works(type, exempt: exempt).Registers(Course, "KURSUS", jp: (decimal)jp)
            .Says("2026-03-02T08:00:00", Course).Year().Status);

    [Fact]
    public void Step_12_requirement_of_each_kind()
    {
        Assert.Equal(new Requirement(20, null, "PP 11/2017 Ps 203(4)"), new Learning().Year().Requirement);
        var pppk = new Learning().Works("PPPK").Year().Requirement;
        Assert.Equal((20m, 24m), (pppk.MinJp, pppk.MaxJp));
        Assert.Equal(new Requirement(null, null, null), new Learning().Works("CPNS").Year().Requirement);
    }

    [Theory]
    [InlineData(89, false)]
    [InlineData(90, true)]
    public void Step_12_an_agency_s_target_stands_beside_the_status(decimal jp, bool met)
    {
        var year = new Learning().Works(agency: "BMKG").Registers(Course, "KURSUS", jp: jp).Says("2026-03-02T08:00:00", Course).Year();
        Assert.Equal((new Target(90, met), ComplianceStatus.Met), (year.Target, year.Status));
    }

    [Theory]
    [InlineData(2024, "A")]
    [InlineData(2025, "B")]
    [InlineData(2026, "B")]
    [InlineData(2027, "C")]
    public void Step_12_the_agency_is_that_of_31_December_or_of_today_in_the_current_year(int year, string agency) =>
        Assert.Equal(agency, new Learning().Works(agency: "A", to: "2025-06-30").Works(agency: "B", from: "2025-07-01", to: "2026-11-30")
            .Works(agency: "C", from: "2026-12-01").Year(year).AgencyCode);

    [Fact]
    public void Step_12_the_agency_of_one_who_left_is_that_of_the_last_day() =>
        Assert.Equal("B", new Learning().Works(agency: "A", to: "2025-06-30").Works(agency: "B", from: "2025-07-01", to: "2025-08-31").Year(2025).AgencyCode);

    [Fact]
    public void A_year_has_a_row_with_employment_or_with_a_credit() =>
        Assert.Equal([2023, 2025], Bimtek().Works(from: "2025-01-01", to: "2025-12-31").Says("2023-05-05T08:00:00", Course)
            .Years(2022, 2025, 2026).Select(year => year.Year));

    [Fact]
    public void A_credit_names_the_registry_s_provider_before_the_credential_s()
    {
        var credits = Bimtek().Registers(Other, "BIMTEK", jp: 1, provider: "pusdiklat").Says("2026-03-02T15:00:00", Course)
            .Says("2026-03-03T15:00:00", Other).Year().Credits;
        Assert.Equal(["kolabjar", "pusdiklat"], credits.Select(credit => credit.Provider));
    }

    [Theory]
    [InlineData("2023-11-23", true)]
    [InlineData("2023-11-22", false)]
    public void Coverage_reaches_back_36_months_from_today(string date, bool covered) =>
        Assert.Equal(covered, Tagged().Says($"{date}T08:00:00", Course).Year().Competencies.Any(one => one.Code == "GEN.DATA"));

    [Theory]
    [InlineData(Learning.Passed, true)]
    [InlineData("http://adlnet.gov/expapi/verbs/attended", false)]
    public void Coverage_needs_passed_or_completed(string verb, bool covered) =>
        Assert.Equal(covered, Tagged().Says("2026-03-02T08:00:00", Course, verb).Year().Competencies.Count == 1);

    [Fact]
    public void Coverage_is_dated_by_the_last_time_it_was_shown() =>
        Assert.Equal([new CoveredCompetency("GEN.DATA", new LocalDate(2026, 4, 2))],
            Tagged().Says("2026-03-02T08:00:00", Course).Says("2026-04-02T08:00:00", Course, Learning.Passed).Year().Competencies);

    private static Learning Bimtek() => new Learning().Registers(Course, "BIMTEK", jp: 10);

    private static Learning Tagged() => new Learning().Registers(Course, "BIMTEK", jp: 10, competencies: ["GEN.DATA"]);

    private static decimal Number(string text) => decimal.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
}
