using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Testing;

namespace Lrs.Tests.Http;

/// <summary>xAPI Communication 3.3 and 2.8 over HTTP: the header both ways, About, and that no version changes a stored statement.</summary>
[Collection(LrsCollection.Name)]
public sealed class VersionHeaderTests(LrsFixture fixture)
{
    [Theory]
    [InlineData("1.0", HttpStatusCode.OK, "1.0.3")]
    [InlineData("1.0.0", HttpStatusCode.OK, "1.0.3")]
    [InlineData("1.0.9", HttpStatusCode.OK, "1.0.3")]
    [InlineData("2.0", HttpStatusCode.OK, "2.0.0")]
    [InlineData("2.0.0", HttpStatusCode.OK, "2.0.0")]
    [InlineData("0.9", HttpStatusCode.BadRequest, "2.0.0")]
    [InlineData("0.95", HttpStatusCode.BadRequest, "2.0.0")]
    [InlineData("1.1.0", HttpStatusCode.BadRequest, "2.0.0")]
    [InlineData("2.1", HttpStatusCode.BadRequest, "2.0.0")]
    [InlineData("1.0.3, 2.0.0", HttpStatusCode.BadRequest, "2.0.0")]
    [InlineData(null, HttpStatusCode.BadRequest, "2.0.0")]
    public async Task A_version_is_spoken_or_refused_and_every_answer_names_the_latest_patch(string? version, HttpStatusCode expected, string answered)
    {
        using var statements = await GetAsync("/xapi/statements?limit=1", version, fixture.Lrs.Root);
        using var nobody = new HttpClient { BaseAddress = fixture.Lrs.Address };
        using var about = await GetAsync("/xapi/about", version, nobody);
        Assert.Equal(expected, statements.StatusCode);
        Assert.Equal(answered, Assert.Single(statements.Headers.GetValues("X-Experience-API-Version")));
        Assert.Equal(HttpStatusCode.OK, about.StatusCode);
        Assert.Equal(answered, Assert.Single(about.Headers.GetValues("X-Experience-API-Version")));
    }

    [Fact]
    public async Task About_has_the_versions_and_extensions_and_nothing_else()
    {
        using var nobody = new HttpClient { BaseAddress = fixture.Lrs.Address };
        var about = await nobody.GetFromJsonAsync<JsonElement>("/xapi/about");
        Assert.Equal(["version", "extensions"], about.EnumerateObject().Select(property => property.Name));
        Assert.Equal(["1.0.3", "2.0.0"], about.GetProperty("version").EnumerateArray().Select(version => version.GetString()));
        Assert.All(about.GetProperty("extensions").EnumerateObject(), extension => Assert.True(Uri.TryCreate(extension.Name, UriKind.Absolute, out _)));
        using var unknown = await nobody.GetAsync("/xapi/about?verbose=true");
        Assert.Equal(HttpStatusCode.BadRequest, unknown.StatusCode);
    }

    [Theory]
    [InlineData("1.0.3", "", "1.0.0")]
    [InlineData("1.0.3", ",\"version\":\"1.0.2\"", "1.0.2")]
    [InlineData("2.0.0", "", "2.0.0")]
    [InlineData("2.0.0", ",\"version\":\"2.0.1\"", "2.0.1")]
    public async Task A_statement_keeps_its_version_and_its_text_for_readers_of_either(string written, string property, string expected)
    {
        var id = Guid.NewGuid().ToString();
        using var writer = fixture.Lrs.NewClient(LrsProcess.RootKey, LrsProcess.RootSecret, written);
        using var posted = await writer.PostAsync("/xapi/statements", new StringContent(Posted.Statement(id, more: property), Encoding.UTF8, "application/json"));
        posted.EnsureSuccessStatusCode();
        var texts = new List<string>();
        foreach (var version in (string[])["1.0.3", "2.0.0"])
        {
            using var reader = fixture.Lrs.NewClient(LrsProcess.RootKey, LrsProcess.RootSecret, version);
            texts.Add(await reader.GetStringAsync($"/xapi/statements?statementId={id}"));
        }

        Assert.Equal(texts[0], texts[1]);
        using var statement = JsonDocument.Parse(texts[0]);
        Assert.Equal(expected, statement.RootElement.GetProperty("version").GetString());
    }

    private static async Task<HttpResponseMessage> GetAsync(string path, string? version, HttpClient http)
    {
        using var client = new HttpClient { BaseAddress = http.BaseAddress };
        client.DefaultRequestHeaders.Authorization = http.DefaultRequestHeaders.Authorization;
        if (version is not null)
            client.DefaultRequestHeaders.TryAddWithoutValidation("X-Experience-API-Version", version);
        return await client.GetAsync(path);
    }
}
