using System.Net;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Lrs.Tests.Statements.Attachments;
using Testing;

namespace Lrs.Tests.Statements.Signatures;

/// <summary>Signed statements (xAPI Data 2.6), over HTTP.</summary>
[Collection(LrsCollection.Name)]
public sealed class SignedStatementsTests(LrsFixture fixture)
{
    private const string Usage = "http://adlnet.gov/expapi/attachments/signature";

    private readonly HttpClient _http = fixture.Lrs.Root;
    private readonly string _id = Guid.NewGuid().ToString();

    private string Statement => Posted.Statement(_id, timestamp: "2026-01-01T00:00:00Z", more: ",\"result\":{\"score\":{\"raw\":1.10}}");

    public static TheoryData<string> Algorithms => ["RS256", "RS384", "RS512"];

    [Theory]
    [MemberData(nameof(Algorithms))]
    public async Task Takes_a_statement_signed_by_each_algorithm_and_returns_it_and_its_signature_to_the_byte(string algorithm)
    {
        var hash = new HashAlgorithmName($"SHA{algorithm[2..]}");
        var signature = Signing.Sign(Statement, Signing.Header(algorithm, Signing.Certificate), hash);
        using var response = await PostAsync(Statement, signature);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);

        using var answer = await _http.GetAsync($"/xapi/statements?statementId={_id}&attachments=true");
        var parts = await Multipart.ReadAsync(answer);
        Assert.Equal(signature, parts[1].Data);
        Assert.Equal("application/octet-stream", parts[1].Headers["Content-Type"]);
        Assert.StartsWith(Signed(Statement, signature)[..^1], Encoding.UTF8.GetString(parts[0].Data), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Takes_the_signed_statement_of_the_standards_own_example()
    {
        var folder = Path.Combine(AppContext.BaseDirectory, "Fixtures", "signed-statement");
        using var http = fixture.Lrs.NewClient(LrsProcess.RootKey, LrsProcess.RootSecret, "1.0.3");
        using var response = await http.PostAsync("/xapi/statements", Multipart.Content(
            Part.Statements(await File.ReadAllTextAsync(Path.Combine(folder, "statement.json"))),
            Part.Attachment(await File.ReadAllBytesAsync(Path.Combine(folder, "signature.jws")))));
        Assert.True(response.StatusCode == HttpStatusCode.OK, await response.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task Takes_a_signature_without_certificate_which_cannot_be_checked_and_one_that_is_elsewhere()
    {
        using var other = RSA.Create(2048);
        using var bare = await PostAsync(Statement, Signing.Sign(Statement, Signing.Header(), key: other));
        var elsewhere = Multipart.Stated([1], type: "application/octet-stream", fileUrl: "https://x.example/jws", usage: Usage);
        using var json = await _http.PostAsync("/xapi/statements", new StringContent(Multipart.Statement(null, elsewhere), Encoding.UTF8, "application/json"));
        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK), (bare.StatusCode, json.StatusCode));
    }

    [Theory]
    [InlineData("\"timestamp\":\"2026-01-01T00:00:00Z\"", "\"timestamp\":\"2026-01-01T07:00:00.000+07:00\"")]
    [InlineData("1.10", "11e-1")]
    [InlineData("\"display\":{\"en\":\"did\"}", "\"display\":{}")]
    [InlineData("\"timestamp\":\"2026-01-01T00:00:00Z\",", "")]
    [InlineData("\"result\":", "\"version\":\"1.0.0\",\"stored\":\"2026-01-01T00:00:00Z\",\"result\":")]
    public async Task Takes_a_signature_over_another_spelling_of_the_statement(string one, string other)
    {
        using var response = await PostAsync(Statement, Signing.Sign(Statement.Replace(one, other, StringComparison.Ordinal)));
        Assert.True(response.StatusCode == HttpStatusCode.OK, await response.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task Takes_a_signature_over_a_statement_with_another_attachment()
    {
        byte[] data = [1, 2, 3];
        var more = $",\"attachments\":[{Multipart.Stated(data)}";
        var statement = Statement[..^1] + more + "]}";
        var signature = Signing.Sign(statement);
        var signed = $"{Statement[..^1]}{more},{Stated(signature)}]}}";
        using var response = await _http.PostAsync("/xapi/statements", Multipart.Content(Part.Statements(signed), Part.Attachment(signature), Part.Attachment(data)));
        Assert.True(response.StatusCode == HttpStatusCode.OK, await response.Content.ReadAsStringAsync());
    }

    [Theory]
    [InlineData("1.10", "1.11")]
    [InlineData("198501012009011001", "198501012009011002")]
    [InlineData("verbs/completed", "verbs/failed")]
    [InlineData("2026-01-01T00:00:00Z", "2026-01-01T00:00:01Z")]
    [InlineData("\"id\":\"", "\"id\":\"00000000-0000-0000-0000-000000000001\",\"x\":\"")]
    [InlineData("\"object\":{", "\"object\":{\"x\":1,")]
    public async Task Refuses_a_signature_over_another_statement(string one, string other)
    {
        var signed = Statement.Replace(one, other, StringComparison.Ordinal).Replace($",\"x\":\"{_id}\"", "", StringComparison.Ordinal);
        await AssertRefusedAsync(await PostAsync(Statement, Signing.Sign(signed)));
    }

    [Theory]
    [InlineData("[{0}]")]
    [InlineData("{0} x")]
    [InlineData("\"{0}\"")]
    [InlineData("")]
    public async Task Refuses_a_signature_over_no_statement(string payload) =>
        await AssertRefusedAsync(await PostAsync(Statement, Signing.Sign(payload.Replace("{0}", Statement, StringComparison.Ordinal))));

    public static TheoryData<string> BadHeaders =>
    [
        Signing.Header("none"), Signing.Header("HS256"), Signing.Header("ES256"), Signing.Header("PS256"), Signing.Header("rs256"),
        "{}", "[]", "x", "", "{\"alg\":256}", "{\"alg\":\"RS256\",\"alg\":\"RS256\"}", "{\"alg\":\"RS256\",\"crit\":[\"b64\"],\"b64\":false}",
        "{\"alg\":\"\\ud800\"}", "{\"alg\":\"RS256\",\"x5c\":[]}", "{\"alg\":\"RS256\",\"x5c\":\"x\"}", "{\"alg\":\"RS256\",\"x5c\":[7]}",
        Signing.Header(certificate: "!"), Signing.Header(certificate: "AAAA"), Signing.Header(certificate: Signing.CertificateOfAnotherKind()),
    ];

    [Theory]
    [MemberData(nameof(BadHeaders))]
    public async Task Refuses_a_signature_with_the_header(string header) => await AssertRefusedAsync(await PostAsync(Statement, Signing.Sign(Statement, header)));

    [Fact]
    public async Task Refuses_a_signature_that_is_not_by_the_key_of_its_certificate()
    {
        using var other = RSA.Create(2048);
        await AssertRefusedAsync(await PostAsync(Statement, Signing.Sign(Statement, key: other)));
        await AssertRefusedAsync(await PostAsync(Statement, Signing.Sign(Statement, hash: HashAlgorithmName.SHA512)));
    }

    [Fact]
    public async Task Refuses_what_is_no_compact_serialization()
    {
        var good = Encoding.ASCII.GetString(Signing.Sign(Statement));
        string[] segments = good.Split('.');
        foreach (var bad in new[]
        {
            "", "here is a simple attachment", "..", $"{segments[0]}.{segments[1]}", $"{segments[0]}.{segments[1]}.", $".{segments[1]}.{segments[2]}",
            good + "\n", good + ".", good + "=", good.Replace('.', '*'), good[..^8] + "AAAAAAAA", $"{{\"payload\":\"{segments[1]}\"}}",
        })
        {
            await AssertRefusedAsync(await PostAsync(Statement, Encoding.ASCII.GetBytes(bad)));
        }
    }

    [Fact]
    public async Task Takes_a_certificate_whose_slashes_are_escaped_as_PHP_does()
    {
        var header = Signing.Header(certificate: Signing.Certificate.Replace("/", "\\/", StringComparison.Ordinal));
        using var response = await PostAsync(Statement, Signing.Sign(Statement, header));
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }

    [Fact]
    public async Task Takes_a_signature_of_a_SubStatement_as_data_like_any_other()
    {
        byte[] data = [1, 2, 3];
        var statement = Some.WithSubStatement(more: $"\"attachments\":[{Stated(data)}]");
        using var response = await _http.PostAsync("/xapi/statements", Multipart.Content(Part.Statements(statement), Part.Attachment(data)));
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }

    private Task<HttpResponseMessage> PostAsync(string statement, byte[] signature) =>
        _http.PostAsync("/xapi/statements", Multipart.Content(Part.Statements(Signed(statement, signature)), Part.Attachment(signature)));

    private static string Signed(string statement, byte[] signature) => $"{statement[..^1]},\"attachments\":[{Stated(signature)}]}}";

    private static string Stated(byte[] signature) => Multipart.Stated(signature, type: "application/octet-stream", usage: Usage);

    private async Task AssertRefusedAsync(HttpResponseMessage response)
    {
        var problem = await response.Content.ReadFromJsonAsync<JsonElement>();
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Equal(("invalid_signature", "attachments[0]", 0), (problem.GetProperty("code").GetString(), problem.GetProperty("path").GetString(), problem.GetProperty("index").GetInt32()));
        response.Dispose();
        using var found = await _http.GetAsync($"/xapi/statements?statementId={_id}");
        Assert.Equal(HttpStatusCode.NotFound, found.StatusCode);
    }
}
