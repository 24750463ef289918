using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Testing;

namespace EndToEnd.Tests;

/// <summary>What nobody knew or nobody had judged yet is listed, settled by people, and counts back to the first statement.</summary>
[Collection(LrsCollection.Name)]
public sealed class WhatWasNotRecognisedTests(LrsFixture fixture)
{
    private readonly NationApi _api = new(fixture.Lrs);

    [Fact]
    public async Task Learners_and_activities_mapped_in_bulk_count_from_the_first_statement_on()
    {
        await _api.ImportPersonAsync("E2E-U", "198501012009011101", "Siti Pemetaan");
        const string learner = """{"account":{"homePage":"https://lms.pemetaan.go.id","name":"17"}}""";
        await _api.PostAsync(Statement(learner, "https://lms.pemetaan.go.id/course/1", "2025-03-14T03:00:00Z"));
        await _api.PostAsync(Statement(learner, "https://lms.pemetaan.go.id/course/1", "2026-03-14T03:00:00Z"));

        var people = await _api.WaitForAsync("/api/v1/unresolved/people", list =>
            Find(list, "homePage", "https://lms.pemetaan.go.id") is { } group && group.GetProperty("statements").GetInt32() == 2);
        var unresolved = Find(people, "homePage", "https://lms.pemetaan.go.id")!.Value;
        Assert.Equal(1, unresolved.GetProperty("learners").GetInt32());
        var activities = await _api.Http.GetFromJsonAsync<JsonElement>("/api/v1/unresolved/activities");
        var unregistered = Find(activities, "activityIri", "https://lms.pemetaan.go.id/course/1")!.Value;
        Assert.Equal(2, unregistered.GetProperty("statementIds").GetArrayLength());

        // As the list shows them.
        var mapped = await MapAsync("people", new { ifi = unresolved.GetProperty("ifis")[0].GetString(), nip = "198501012009011101" }, new { ifi = "17", nip = "1" });
        Assert.Equal((1, 1, 1), (mapped.GetProperty("accepted").GetInt32(), mapped.GetProperty("changed").GetInt32(), mapped.GetProperty("rejected").GetInt32()));
        Assert.Equal("ifiKind", mapped.GetProperty("rows")[1].GetProperty("property").GetString());
        var registered = await MapAsync("activities", new
        {
            activityIri = "https://lms.pemetaan.go.id/course/1", title = "Pemetaan", form = "KURSUS", jp = 7.5, competencies = Array.Empty<string>(),
            validFrom = (string?)null,
        });
        Assert.Equal("stored", registered.GetProperty("rows")[0].GetProperty("outcome").GetString());

        var person = await _api.LookUpAsync("198501012009011101");
        foreach (var year in new[] { 2025, 2026 })
            await _api.WaitForAsync($"/api/v1/people/{person}/compliance?year={year}", answer => answer.GetProperty("countedJp").GetDecimal() == 7.5m);
        await _api.WaitForAsync("/api/v1/unresolved/people", list => Find(list, "homePage", "https://lms.pemetaan.go.id") is null);
        await _api.WaitForAsync("/api/v1/unresolved/activities", list => Find(list, "activityIri", "https://lms.pemetaan.go.id/course/1") is null);
        Assert.Null(Find(await _api.Http.GetFromJsonAsync<JsonElement>("/api/v1/unresolved/activities"), "activityIri", "https://lms.pemetaan.go.id/course/1"));
    }

    [Theory]
    [InlineData("""{}""")]
    [InlineData("""{"mappings":[]}""")]
    [InlineData("""{"mappings":{"nip":"1"}}""")]
    public async Task A_request_that_maps_nothing_is_refused(string body)
    {
        using var answer = await _api.Http.PostAsync("/api/v1/unresolved/people/mappings", new StringContent(body, Encoding.UTF8, "application/json"));
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    [Fact]
    public async Task A_row_that_is_no_mapping_is_rejected_alone()
    {
        using var answer = await _api.Http.PostAsync("/api/v1/unresolved/people/mappings", new StringContent(
            """{"mappings":[null,{"nip":{"a":1},"ifi_kind":"mbox","ifiKind":"mbox"}]}""", Encoding.UTF8, "application/json"));
        Assert.Equal(2, (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("rejected").GetInt32());
    }

    [Fact]
    public async Task An_agency_verifies_its_own_people_s_claims_and_nobody_else_s()
    {
        await _api.ImportPersonAsync("E2E-M", "198501012009011102", "Siti Magang");
        await _api.ImportAsync("activities", "activity_iri,title,provider,form,jp", "https://lms.manual.go.id/ojt,OJT,,OJT,8");
        var person = await _api.LookUpAsync("198501012009011102");
        var id = Guid.NewGuid();
        await _api.PostAsync(Statement(Posted.Learner("198501012009011102"), "https://lms.manual.go.id/ojt", "2026-03-14T03:00:00Z", id));
        using var own = await _api.SignInAsync("E2E-M");
        using var other = await _api.SignInAsync("E2E-U");

        var pending = await _api.WaitForAsync("/api/v1/manual-claims", page => page.GetProperty("claims").GetArrayLength() == 1, own);
        Assert.Equal((id.ToString(), "Siti Magang", 8m), (pending.GetProperty("claims")[0].GetProperty("statementId").GetString(),
            pending.GetProperty("claims")[0].GetProperty("name").GetString(), pending.GetProperty("claims")[0].GetProperty("claimedJp").GetDecimal()));
        var claim = $"/api/v1/people/{person}/manual-credits/{id}";

        Assert.Equal(HttpStatusCode.Forbidden, (await other.GetAsync("/api/v1/manual-claims?agency=E2E-M")).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await other.GetAsync("/api/v1/manual-claims?agency=")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await EnterAsync(other, claim, 6, "Surat tugas")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await other.GetAsync(claim)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await EnterAsync(own, $"/api/v1/people/{person}/manual-credits/{Guid.NewGuid()}", 6, "Surat tugas")).StatusCode);
        foreach (var (jp, reason) in new (decimal?, string?)[] { (null, "Surat"), (-1, "Surat"), (1001, "Surat"), (1.255m, "Surat"), (6, " "), (6, null) })
            Assert.Equal(HttpStatusCode.BadRequest, (await EnterAsync(own, claim, jp, reason)).StatusCode);

        Assert.Equal(HttpStatusCode.Created, (await EnterAsync(own, claim, 6, "Surat tugas")).StatusCode);
        await _api.WaitForAsync($"/api/v1/people/{person}/compliance?year=2026", answer => answer.GetProperty("countedJp").GetDecimal() == 6m);
        Assert.Equal(HttpStatusCode.Created, (await EnterAsync(_api.Http, claim, 5, "Salah hitung")).StatusCode);
        await _api.WaitForAsync($"/api/v1/people/{person}/compliance?year=2026", answer => answer.GetProperty("countedJp").GetDecimal() == 5m);

        var entries = (await own.GetFromJsonAsync<JsonElement>(claim)).EnumerateArray().ToList();
        Assert.Equal([(6m, "Surat tugas"), (5m, "Salah hitung")], entries.Select(one => (one.GetProperty("jp").GetDecimal(), one.GetProperty("reason").GetString()!)));
        Assert.Equal(["user:e2e-m", $"credential:{LrsProcess.RootKey}"], entries.Select(one => one.GetProperty("enteredBy").GetString()));
        await _api.WaitForAsync("/api/v1/manual-claims", page => page.GetProperty("claims").GetArrayLength() == 0, own);
    }

    [Fact]
    public async Task A_certificate_of_two_people_is_listed_and_an_agency_sees_its_own_of_them()
    {
        await _api.ImportPersonAsync("E2E-C1", "198501012009011103", "Siti Satu");
        await _api.ImportPersonAsync("E2E-C2", "198501012009011104", "Siti Dua");
        const string certificate = ",\"context\":{\"extensions\":{\"https://lan.go.id/xapi/extensions/certificate-number\":\"E2E-7\"}}";
        foreach (var nip in new[] { "198501012009011103", "198501012009011104" })
            await _api.PostAsync(Statement(Posted.Learner(nip), "https://lms.sertifikat.go.id/1", "2026-03-14T03:00:00Z", more: certificate));
        using var own = await _api.SignInAsync("E2E-C1");

        var all = await _api.WaitForAsync("/api/v1/suspicious/certificates", list => Find(list, "certificateNumber", "E2E-7") is not null);
        Assert.Equal(2, Find(all, "certificateNumber", "E2E-7")!.Value.GetProperty("personIds").GetArrayLength());
        all = await _api.WaitForAsync("/api/v1/suspicious/certificates", list => Find(list, "certificateNumber", "E2E-7")!.Value.GetProperty("holders").GetArrayLength() == 2);
        Assert.Equal(
            [("Siti Dua", "E2E-C2"), ("Siti Satu", "E2E-C1")],
            Find(all, "certificateNumber", "E2E-7")!.Value.GetProperty("holders").EnumerateArray()
                .Select(one => (one.GetProperty("name").GetString()!, one.GetProperty("agencyCode").GetString()!)).Order());
        // An agency's people are those of the year's figures.
        var seen = await _api.WaitForAsync("/api/v1/suspicious/certificates", list => Find(list, "certificateNumber", "E2E-7") is not null, own);
        var shared = Assert.Single(seen.EnumerateArray());
        Assert.Equal(2, shared.GetProperty("people").GetInt32());
        Assert.Equal(await _api.LookUpAsync("198501012009011103"), Assert.Single(shared.GetProperty("personIds").EnumerateArray()).GetString());
    }

    private static JsonElement? Find(JsonElement list, string property, string value) =>
        list.EnumerateArray().Where(one => one.GetProperty(property).GetString() == value).Select(one => (JsonElement?)one).FirstOrDefault();

    private static string Statement(string actor, string activity, string timestamp, Guid? id = null, string more = "") =>
        $$"""{"id":"{{id ?? Guid.NewGuid()}}","actor":{{actor}},"verb":{"id":"http://adlnet.gov/expapi/verbs/completed"},"object":{"id":"{{activity}}"},"timestamp":"{{timestamp}}"{{more}}}""";

    private static Task<HttpResponseMessage> EnterAsync(HttpClient client, string claim, decimal? jp, string? reason) =>
        client.PostAsJsonAsync(claim, new { jp, reason });

    private async Task<JsonElement> MapAsync(string what, params object[] mappings)
    {
        using var answer = await _api.Http.PostAsJsonAsync($"/api/v1/unresolved/{what}/mappings", new { mappings });
        answer.EnsureSuccessStatusCode();
        return await answer.Content.ReadFromJsonAsync<JsonElement>();
    }
}
