using System.Net;
using System.Text;
using System.Text.Json;
using Testing;

namespace Lrs.Tests.Statements;

/// <summary>Which statements count as voided (xAPI Data 2.3.2).</summary>
[Collection(LrsCollection.Name)]
public sealed class VoidingTests(LrsFixture fixture)
{
    private readonly HttpClient _http = fixture.Lrs.Root;

    [Fact]
    public async Task A_statement_that_nobody_voided_is_not_found_as_a_voided_one()
    {
        var id = await PostAsync(Posted.Statement(Guid.NewGuid().ToString()));
        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.NotFound), await FindAsync(id));
    }

    [Fact]
    public async Task A_voiding_statement_cannot_be_voided_and_goes_on_voiding()
    {
        var target = await PostAsync(Posted.Statement(Guid.NewGuid().ToString()));
        var voiding = await PostAsync(Voiding(target));
        var voidingOfVoiding = await PostAsync(Voiding(voiding));

        Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.OK), await FindAsync(target));
        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.NotFound), await FindAsync(voiding));
        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.NotFound), await FindAsync(voidingOfVoiding));
    }

    [Fact]
    public async Task A_statement_voided_twice_is_voided()
    {
        var target = await PostAsync(Posted.Statement(Guid.NewGuid().ToString()));
        await PostAsync(Voiding(target));
        await PostAsync(Voiding(target.ToUpperInvariant()));

        Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.OK), await FindAsync(target));
    }

    [Fact]
    public async Task A_statement_that_only_speaks_of_another_does_not_void_it()
    {
        var target = await PostAsync(Posted.Statement(Guid.NewGuid().ToString()));
        var reference = $$"""{"objectType":"StatementRef","id":"{{target}}"}""";
        await PostAsync(Some.Statement(@object: reference, more: $"\"id\":\"{Guid.NewGuid()}\""));
        // Not in a SubStatement, which never happened, nor in a context.
        var voided = """{"id":"http://adlnet.gov/expapi/verbs/voided"}""";
        var inner = Some.Statement(verb: voided, @object: reference, more: "\"objectType\":\"SubStatement\"");
        await PostAsync(Some.Statement(@object: inner, more: $"\"id\":\"{Guid.NewGuid()}\",\"context\":{{\"statement\":{reference}}}"));

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.NotFound), await FindAsync(target));
    }

    [Fact]
    public async Task A_platform_voids_its_own_statements_and_no_other_s()
    {
        using var own = (await Platform.NewAsync(fixture.Lrs, ["statements/write", "statements/read/mine"])).NewClient();
        var mine = await PostAsync(Posted.Statement(Guid.NewGuid().ToString()), own);
        var others = await PostAsync(Posted.Statement(Guid.NewGuid().ToString()));

        var both = Guid.NewGuid();
        using (var refused = await own.PostAsync("/xapi/statements", Json($"[{Voiding(mine)},{Voiding(others, both)}]")))
            Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.NotFound), await FindAsync(mine));
        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.NotFound), await FindAsync(others));
        Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.NotFound), await FindAsync(both.ToString()));

        await PostAsync(Voiding(mine), own);
        Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.OK), await FindAsync(mine));
        await PostAsync(Voiding(others));
        Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.OK), await FindAsync(others));
    }

    /// <summary>Communication 2.1.4: what is voided is hidden, and leads on to what refers to it all the same.</summary>
    [Theory]
    [InlineData(0)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task References_lead_through_a_voided_statement_whichever_came_first(int first)
    {
        var (target, middle, far, voiding) = (Guid.NewGuid(), Guid.NewGuid(), Guid.NewGuid(), Guid.NewGuid());
        var activity = $"https://x.example/{Guid.NewGuid()}";
        string[] statements =
        [
            Posted.Statement(target.ToString(), activity: activity), Referring(middle, target), Referring(far, middle), Voiding(middle.ToString(), voiding),
        ];
        foreach (var statement in statements[first..].Concat(statements[..first]))
            await PostAsync(statement);

        using var found = JsonDocument.Parse(await _http.GetStringAsync($"/xapi/statements?activity={activity}"));
        var ids = found.RootElement.GetProperty("statements").EnumerateArray().Select(statement => statement.GetProperty("id").GetGuid());
        Assert.Equal(new[] { target, far, voiding }.Order(), ids.Order());
    }

    private static string Referring(Guid id, Guid target) =>
        Some.Statement(@object: $$"""{"objectType":"StatementRef","id":"{{target}}"}""", more: $"\"id\":\"{id}\"");

    private static string Voiding(string target, Guid? id = null) => Some.Statement(
        verb: """{"id":"http://adlnet.gov/expapi/verbs/voided"}""",
        @object: $$"""{"objectType":"StatementRef","id":"{{target}}"}""",
        more: $"\"id\":\"{id ?? Guid.NewGuid()}\"");

    private async Task<(HttpStatusCode ById, HttpStatusCode ByVoidedId)> FindAsync(string id)
    {
        using var byId = await _http.GetAsync($"/xapi/statements?statementId={id}");
        using var byVoidedId = await _http.GetAsync($"/xapi/statements?voidedStatementId={id}");
        return (byId.StatusCode, byVoidedId.StatusCode);
    }

    private async Task<string> PostAsync(string statement, HttpClient? http = null)
    {
        using var response = await (http ?? _http).PostAsync("/xapi/statements", Json(statement));
        response.EnsureSuccessStatusCode();
        return (await response.Content.ReadAsStringAsync())[2..^2];
    }

    private static StringContent Json(string body) => new(body, Encoding.UTF8, "application/json");
}
