using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Testing;

namespace Lrs.Tests.Statements.Attachments;

/// <summary>GET with <c>attachments=true</c> (xAPI Communication 1.5.2, 2.1.3).</summary>
[Collection(LrsCollection.Name)]
public sealed class MultipartAnswersTests(LrsFixture fixture)
{
    private readonly HttpClient _http = fixture.Lrs.Root;
    private readonly byte[] _data = Guid.NewGuid().ToByteArray();
    private readonly byte[] _other = [.. Encoding.ASCII.GetBytes($"\r\n--{Guid.NewGuid()}--\r\n"), 0, 255];
    private readonly string _activity = $"https://x.example/{Guid.NewGuid()}";

    [Fact]
    public async Task Answers_the_statements_first_then_each_content_once_with_its_headers()
    {
        var (one, two) = (Guid.NewGuid().ToString(), Guid.NewGuid().ToString());
        await PostAsync(
            Part.Statements($"[{Statement(one, Multipart.Stated(_data, type: "image/png"))},{Statement(two, Multipart.Stated(_data, type: "image/png"), Multipart.Stated(_other))}]"),
            Part.Attachment(_data), Part.Attachment(_other));

        using var response = await _http.GetAsync($"/xapi/statements?activity={Uri.EscapeDataString(_activity)}&ascending=true&attachments=true");
        var parts = await Multipart.ReadAsync(response);

        Assert.Equal(3, parts.Count);
        Assert.Equal("application/json", parts[0].Headers["Content-Type"]);
        Assert.Equal(
            new[] { one, two }.Order(StringComparer.Ordinal), // over Kafka, statements of one request may be stored in any order
            JsonDocument.Parse(parts[0].Data).RootElement.GetProperty("statements").EnumerateArray().Select(s => s.GetProperty("id").GetString()).Order(StringComparer.Ordinal));
        Assert.Equal(_data, parts[1].Data);
        Assert.Equal(("image/png", "binary", Multipart.Sha256(_data)), HeadersOf(parts[1]));
        Assert.Equal($"{_data.Length}", parts[1].Headers["Content-Length"]);
        Assert.Equal(_other, parts[2].Data);
        Assert.Equal(("text/plain", "binary", Multipart.Sha256(_other)), HeadersOf(parts[2]));
        Assert.NotNull(response.Content.Headers.LastModified);
        Assert.True(response.Headers.Contains("X-Experience-API-Consistent-Through"));
    }

    [Theory]
    [InlineData("attachments=true&statementId=")]
    [InlineData("statementId={0}&format=exact&attachments=true")]
    public async Task Answers_one_statement_with_its_attachments(string query)
    {
        var id = Guid.NewGuid().ToString();
        await PostAsync(Part.Statements(Statement(id, Multipart.Stated(_data))), Part.Attachment(_data));
        using var response = await _http.GetAsync("/xapi/statements?" + (query.Contains("{0}", StringComparison.Ordinal) ? query.Replace("{0}", id, StringComparison.Ordinal) : query + id));
        var parts = await Multipart.ReadAsync(response);
        Assert.Equal(id, JsonDocument.Parse(parts[0].Data).RootElement.GetProperty("id").GetString());
        Assert.Equal(_data, Assert.Single(parts.Skip(1)).Data);
    }

    [Fact]
    public async Task Answers_multipart_also_where_there_are_no_attachments_or_no_statements()
    {
        var id = Guid.NewGuid().ToString();
        await PostAsync(Part.Statements(Statement(id)));
        foreach (var query in new[] { $"statementId={id}", $"activity={Uri.EscapeDataString(_activity)}", $"verb=https://x.example/{Guid.NewGuid()}" })
        {
            using var response = await _http.GetAsync($"/xapi/statements?{query}&attachments=true");
            Assert.Single(await Multipart.ReadAsync(response));
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("&attachments=false")]
    public async Task Answers_JSON_without_data_but_with_what_the_statement_says_of_it(string parameter)
    {
        var id = Guid.NewGuid().ToString();
        await PostAsync(Part.Statements(Statement(id, Multipart.Stated(_data))), Part.Attachment(_data));
        using var response = await _http.GetAsync($"/xapi/statements?statementId={id}{parameter}");
        Assert.Equal("application/json", response.Content.Headers.ContentType!.MediaType);
        var statement = await response.Content.ReadFromJsonAsync<JsonElement>();
        Assert.Equal(Multipart.Sha256(_data), Assert.Single(statement.GetProperty("attachments").EnumerateArray()).GetProperty("sha2").GetString());
    }

    [Fact]
    public async Task Leaves_out_what_is_elsewhere_but_not_what_came_beside_its_fileUrl()
    {
        await PostAsync(
            Part.Statements(Statement(null, Multipart.Stated(_data, fileUrl: "https://x.example/1"), Multipart.Stated(_other, fileUrl: "https://x.example/2"))),
            Part.Attachment(_data));
        using var response = await _http.GetAsync($"/xapi/statements?activity={Uri.EscapeDataString(_activity)}&attachments=true");
        Assert.Equal(_data, Assert.Single((await Multipart.ReadAsync(response)).Skip(1)).Data);
    }

    [Fact]
    public async Task Does_not_give_a_platform_the_data_of_another_whose_hash_it_knows()
    {
        await PostAsync(Part.Statements(Statement(null, Multipart.Stated(_data))), Part.Attachment(_data));
        using var made = await _http.PostAsJsonAsync(
            "/api/v1/credentials", new { provider = "curious-" + Guid.NewGuid().ToString("N"), scopes = new[] { "statements/write", "statements/read/mine" } });
        var credential = await made.Content.ReadFromJsonAsync<JsonElement>();
        using var curious = fixture.Lrs.NewClient(credential.GetProperty("key").GetString()!, credential.GetProperty("secret").GetString()!);

        using var post = await curious.PostAsync("/xapi/statements", Multipart.Content(Part.Statements(Statement(null, Multipart.Stated(_data, fileUrl: "https://x.example/1")))));
        post.EnsureSuccessStatusCode();
        using var response = await curious.GetAsync("/xapi/statements?attachments=true");
        Assert.Single(await Multipart.ReadAsync(response));
    }

    [Fact]
    [Trait(TestStream.Trait, TestStream.Embedded)]
    public async Task Follows_pages_with_their_attachments()
    {
        byte[][] contents = [Guid.NewGuid().ToByteArray(), Guid.NewGuid().ToByteArray(), Guid.NewGuid().ToByteArray()];
        foreach (var content in contents)
            await PostAsync(Part.Statements(Statement(null, Multipart.Stated(content))), Part.Attachment(content));
        var found = new List<byte[]>();
        for (var page = $"/xapi/statements?activity={Uri.EscapeDataString(_activity)}&ascending=true&limit=2&attachments=true"; page.Length > 0;)
        {
            using var response = await _http.GetAsync(page);
            var parts = await Multipart.ReadAsync(response);
            found.AddRange(parts.Skip(1).Select(part => part.Data));
            page = JsonDocument.Parse(parts[0].Data).RootElement.GetProperty("more").GetString()!;
        }

        Assert.Equal(contents, found);
    }

    [Fact]
    public async Task Answers_HEAD_as_GET_without_a_body()
    {
        using var request = new HttpRequestMessage(HttpMethod.Head, "/xapi/statements?limit=1&attachments=true");
        using var response = await _http.SendAsync(request);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal("multipart/mixed", response.Content.Headers.ContentType!.MediaType);
        Assert.Empty(await response.Content.ReadAsByteArrayAsync());
    }

    [Fact]
    public async Task Refuses_a_content_type_that_would_end_the_header_it_becomes()
    {
        using var response = await _http.PostAsync("/xapi/statements", Multipart.Content(Part.Statements(Statement(null, Multipart.Stated(_data, type: "a/b; c=\\r\\nX: y"))), Part.Attachment(_data)));
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Contains("invalid_media_type", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    private string Statement(string? id, params string[] attachments) =>
        Posted.Statement(id, activity: _activity, more: attachments.Length == 0 ? "" : $",\"attachments\":[{string.Join(',', attachments)}]");

    private async Task PostAsync(params Part[] parts)
    {
        using var response = await _http.PostAsync("/xapi/statements", Multipart.Content(parts));
        Assert.True(response.IsSuccessStatusCode, await response.Content.ReadAsStringAsync());
    }

    private static (string, string, string) HeadersOf(Part part) =>
        (part.Headers["Content-Type"], part.Headers["Content-Transfer-Encoding"], part.Headers["X-Experience-API-Hash"]);
}
