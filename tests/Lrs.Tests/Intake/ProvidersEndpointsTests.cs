using System.Diagnostics;
using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Testing;

namespace Lrs.Tests.Intake;

[Collection(LrsCollection.Name)]
public sealed class ProvidersEndpointsTests(LrsFixture fixture)
{
    private const string Nip = "198707072015011007";
    private const string BadMbox = """{"actor":{"mbox":"siti.rahasia@example.id"},"verb":{"id":"https://v.example/did"},"object":{"id":"https://o.example/1"} }""";

    private readonly string _provider = $"intake-{Guid.NewGuid():N}";
    private readonly string _activity = $"https://intake.example/{Guid.NewGuid():N}";

    [Fact]
    public async Task A_platform_sees_what_was_accepted_refused_and_not_recognised()
    {
        var platform = await Platform.NewAsync(fixture.Lrs, ["statements/write"], provider: _provider);
        using var http = platform.NewClient();
        var id = Guid.NewGuid().ToString();
        await PostAsync(http, HttpStatusCode.OK, Posted.Statement(id, Posted.Learner("12345", "https://lms.example"), activity: _activity));
        await PostAsync(http, HttpStatusCode.Conflict, Posted.Statement(id, activity: "https://o.example/other"));
        await PostAsync(http, HttpStatusCode.BadRequest, $"[{Posted.Statement()},{BadMbox}]");
        await PostAsync(http, HttpStatusCode.BadRequest, $"[{BadMbox}]");
        await PostAsync(http, HttpStatusCode.BadRequest, "siti", "text/plain");
        using var read = await http.GetAsync("/xapi/statements");
        Assert.Equal(HttpStatusCode.Forbidden, read.StatusCode);
        using (var without = platform.NewClient())
        {
            without.DefaultRequestHeaders.Remove("X-Experience-API-Version");
            await PostAsync(without, HttpStatusCode.BadRequest, Posted.Statement());
        }

        using (var wrong = fixture.Lrs.NewClient(platform.Key, "another secret"))
            await PostAsync(wrong, HttpStatusCode.Unauthorized, Posted.Statement());
        await ComputeAsync();

        var intake = await IntakeAsync(http, 7);
        var day = intake.GetProperty("days").EnumerateArray().Last();
        Assert.Equal((1, 7, 1, 1, 1), (Int(day, "accepted"), Int(day, "refusedRequests"), Int(day, "notRecognised"), Int(day, "unknownLearner"), Int(day, "unknownActivity")));
        Assert.Equal(30, intake.GetProperty("days").GetArrayLength());
        Assert.Equal(1, intake.GetProperty("perMinute").EnumerateArray().Sum(minute => minute.GetInt32()));
        Assert.Equal(JsonValueKind.String, intake.GetProperty("lastStatementAt").ValueKind);

        var reasons = intake.GetProperty("reasons").EnumerateArray()
            .ToDictionary(reason => (Int(reason, "status"), reason.GetProperty("code").GetString()!, reason.GetProperty("path").GetString()!), reason => Int(reason, "requests"));
        Assert.Equal(2, reasons[(400, "invalid_mbox", "$[*].actor.mbox")]);
        Assert.Equal(1, reasons[(400, "missing_version", "")]);
        Assert.Equal(1, reasons[(401, "unauthorized", "")]);
        Assert.Equal(1, reasons[(403, "forbidden", "")]);
        Assert.Equal(1, reasons[(409, "conflict", "")]);
        Assert.Equal(1, reasons[(400, "unsupported_media_type", "")]);
        Assert.Contains(intake.GetProperty("recent").EnumerateArray(), refusal =>
            refusal.GetProperty("code").GetString() == "invalid_mbox" && Int(refusal, "statementIndex") == 1
            && refusal.GetProperty("request").GetString() == "POST /xapi/statements");

        var learner = Assert.Single(intake.GetProperty("unknownLearners").EnumerateArray());
        Assert.Equal(("account", "https://lms.example", "99999"), (Text(learner, "kind"), Text(learner, "homePage"), learner.GetProperty("forms")[0].GetString()));
        Assert.Equal(_activity, Text(Assert.Single(intake.GetProperty("unknownActivities").EnumerateArray()), "activityIri"));
        Assert.DoesNotContain("siti", intake.GetRawText(), StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("12345", intake.GetRawText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_statement_whose_learner_and_activity_are_known_is_recognised()
    {
        await ImportAsync("agencies", "agency_code,name,kind,parent_code,province_code,timezone\nINT-1,Badan,LEMBAGA,,,Asia/Jakarta");
        await ImportAsync("people", "nip,name,employment_type,agency_code,unit,position_group,employed_from,employed_to,contract_from,contract_to,exempt_reason\n"
            + $"{Nip},Orang,PNS,INT-1,,,2015-01-01,,,,");
        await ImportAsync("activities", $"activity_iri,title,provider,form,jp,units,level,competencies,valid_from,valid_to\n{_activity},X,p,ELEARNING,1,,NATIONAL,,,");
        using var http = (await Platform.NewAsync(fixture.Lrs, provider: _provider)).NewClient();
        await PostAsync(http, HttpStatusCode.OK, Posted.Statement(actor: Posted.Learner(Nip), activity: _activity));
        await PostAsync(http, HttpStatusCode.OK, Posted.Statement(actor: Posted.Learner(Nip), activity: _activity + "/unregistered"));
        // It does not qualify, so nobody has to be recognised.
        await PostAsync(http, HttpStatusCode.OK, Posted.Statement(actor: Posted.Learner("x", "https://lms.example"), verb: "https://v.example/opened"));
        await ComputeAsync();
        var intake = await http.GetFromJsonAsync<JsonElement>($"/api/v1/providers/{_provider}/intake");
        var day = intake.GetProperty("days").EnumerateArray().Last();
        Assert.Equal((3, 1, 0, 1), (Int(day, "accepted"), Int(day, "notRecognised"), Int(day, "unknownLearner"), Int(day, "unknownActivity")));
    }

    [Fact]
    public async Task Only_LAN_sees_another_platform()
    {
        using var own = (await Platform.NewAsync(fixture.Lrs, provider: _provider)).NewClient();
        using var other = (await Platform.NewAsync(fixture.Lrs)).NewClient();
        var address = $"/api/v1/providers/{_provider}/intake";
        Assert.Equal(HttpStatusCode.OK, (await own.GetAsync(address)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await fixture.Lrs.Root.GetAsync(address)).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await other.GetAsync(address)).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await other.PostAsync($"/api/v1/providers/{_provider}/test-statement", Json("{}"))).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await own.GetAsync("/api/v1/providers")).StatusCode);
        var list = await fixture.Lrs.Root.GetFromJsonAsync<JsonElement[]>("/api/v1/providers");
        Assert.Equal(1, Int(Assert.Single(list!, item => Text(item, "provider") == _provider), "credentials"));
    }

    [Theory]
    [InlineData("from=2026-03-02&to=2026-03-01")]
    [InlineData("from=2026-01-01&to=2026-12-31")]
    [InlineData("from=0001-01-01&to=0001-01-02")]
    [InlineData("from=yesterday")]
    public async Task Refuses_a_span_that_is_none_or_too_long(string query)
    {
        using var answer = await fixture.Lrs.Root.GetAsync($"/api/v1/providers/{_provider}/intake?{query}");
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    [Fact]
    public async Task A_test_is_answered_as_a_post_is_and_stores_nothing()
    {
        using var http = (await Platform.NewAsync(fixture.Lrs, provider: _provider)).NewClient();
        var id = Guid.NewGuid().ToString();
        var stored = Posted.Statement(id, activity: _activity);
        Assert.Equal(200, Int(await TestAsync(http, stored), "status"));
        Assert.Equal(HttpStatusCode.NotFound, (await http.GetAsync($"/xapi/statements?statementId={id}")).StatusCode);

        await PostAsync(http, HttpStatusCode.OK, stored);
        foreach (var body in (string[])[stored, Posted.Statement(id, activity: "https://o.example/another"), $"[{stored},{BadMbox}]", "[", "", "[]"])
        {
            using var posted = await http.PostAsync("/xapi/statements", Json(body));
            var tested = await TestAsync(http, body);
            Assert.Equal((int)posted.StatusCode, Int(tested, "status"));
            Assert.Equal(await posted.Content.ReadAsStringAsync(), Text(tested, "body"));
            Assert.Equal(posted.Content.Headers.ContentType!.ToString(), Text(tested.GetProperty("headers"), "Content-Type"));
        }
    }

    private static async Task<JsonElement> TestAsync(HttpClient http, string body)
    {
        using var answer = await http.PostAsync($"/api/v1/providers/{await ProviderOf(http)}/test-statement", Json(body));
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return await answer.Content.ReadFromJsonAsync<JsonElement>();
    }

    private static async Task<string> ProviderOf(HttpClient http) =>
        (await http.GetFromJsonAsync<JsonElement>("/api/v1/session")).GetProperty("provider").GetString()!;

    private static async Task PostAsync(HttpClient http, HttpStatusCode expected, string body, string mediaType = "application/json")
    {
        using var answer = await http.PostAsync("/xapi/statements", new StringContent(body, Encoding.UTF8, mediaType));
        Assert.Equal(expected, answer.StatusCode);
    }

    /// <summary>The counts of refusals come a few seconds later.</summary>
    private async Task<JsonElement> IntakeAsync(HttpClient http, int refused)
    {
        for (var started = Stopwatch.GetTimestamp(); ; await Task.Delay(100))
        {
            var intake = await http.GetFromJsonAsync<JsonElement>($"/api/v1/providers/{_provider}/intake");
            if (intake.GetProperty("days").EnumerateArray().Sum(day => Int(day, "refusedRequests")) >= refused || Stopwatch.GetElapsedTime(started) > TimeSpan.FromMinutes(1))
                return intake;
        }
    }

    private async Task ComputeAsync() =>
        (await fixture.Lrs.Root.PostAsync("/api/v1/jobs/compute-compliance/runs?wait=true", null)).EnsureSuccessStatusCode();

    private async Task ImportAsync(string table, string csv) =>
        (await fixture.Lrs.Root.PostAsync($"/api/v1/imports/{table}", new StringContent(csv, Encoding.UTF8, "text/csv"))).EnsureSuccessStatusCode();

    private static StringContent Json(string body) => new(body, Encoding.UTF8, "application/json");

    private static int Int(JsonElement of, string name) => of.GetProperty(name).GetInt32();

    private static string? Text(JsonElement of, string name) => of.GetProperty(name).GetString();
}
