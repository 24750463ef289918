using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Testing;

namespace Lrs.Tests.Statements;

/// <summary>The same random statements as the parser gets, through the whole service.</summary>
[Collection(LrsCollection.Name)]
public sealed class RandomStatementsOverHttpTests(LrsFixture fixture)
{
    private const int Statements = 150;

    private static readonly string[] Overwritten = ["stored", "authority"];
    private static readonly string[] AddedIfMissing = ["timestamp", "version"];

    [Theory]
    [InlineData("1.0.3")]
    [InlineData("2.0.0")]
    public async Task Takes_the_good_and_gives_them_back(string version)
    {
        using var http = fixture.Lrs.NewClient(LrsProcess.RootKey, LrsProcess.RootSecret, version);
        var random = new Random(20_261_123);
        for (var i = 0; i < Statements; i++)
        {
            var statement = WithoutAttachments(version == "1.0.3" ? RandomStatements.Any(random) : RandomStatements.AnyOfVersion2(random));
            statement["id"] = Guid.NewGuid().ToString();
            using var response = await PostAsync(http, statement.ToJsonString());
            Assert.True(response.IsSuccessStatusCode, $"{await response.Content.ReadAsStringAsync()} for {statement.ToJsonString()}");

            var stored = JsonNode.Parse(await http.GetStringAsync($"/xapi/statements?statementId={statement["id"]}"))!;
            var expected = StatementFormatsTests.AsGivenBack(statement);
            foreach (var (name, value) in expected.Where(property => !Overwritten.Contains(property.Key)))
                Assert.True(JsonNode.DeepEquals(value, stored[name]), $"{name} changed: {value} became {stored[name]}");
            Assert.Empty(stored.AsObject().Select(property => property.Key).Except(expected.Select(property => property.Key)).Except([.. Overwritten, .. AddedIfMissing]));
        }
    }

    [Theory]
    [InlineData("1.0.3")]
    [InlineData("2.0.0")]
    public async Task Answers_the_broken_with_400_and_the_broken_place(string version)
    {
        using var http = fixture.Lrs.NewClient(LrsProcess.RootKey, LrsProcess.RootSecret, version);
        var random = new Random(20_261_124);
        for (var i = 0; i < Statements; i++)
        {
            var mutation = Mutation.Of(version == "1.0.3" ? RandomStatements.Any(random) : RandomStatements.AnyOfVersion2(random), random);
            using var response = await PostAsync(http, mutation.Json);
            Assert.True(response.StatusCode == HttpStatusCode.BadRequest, $"{response.StatusCode} to {mutation}");
            var problem = await response.Content.ReadFromJsonAsync<JsonElement>();
            Assert.Equal((mutation.Path, 0), (problem.GetProperty("path").GetString(), problem.GetProperty("index").GetInt32()));
        }
    }

    // Their data would have to come too.
    private static JsonObject WithoutAttachments(JsonObject statement)
    {
        statement.Remove("attachments");
        statement["object"]!.AsObject().Remove("attachments");
        return statement;
    }

    private static Task<HttpResponseMessage> PostAsync(HttpClient http, string body) =>
        http.PostAsync("/xapi/statements", new StringContent(body, Encoding.UTF8, "application/json"));
}
