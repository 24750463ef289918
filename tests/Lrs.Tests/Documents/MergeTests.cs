using System.Net;
using System.Text;
using Lrs.Documents;
using Testing;

namespace Lrs.Tests.Documents;

/// <summary>POST of a JSON document to one that is there (xAPI Communication 2.2, JSON procedure).</summary>
[Collection(LrsCollection.Name)]
public sealed class MergeTests(LrsFixture fixture)
{
    /// <summary>The standard's own example first.</summary>
    [Theory]
    [InlineData("""{"x":"foo","y":"bar"}""", """{"x":"bash","z":"faz"}""", """{"x":"bash","y":"bar","z":"faz"}""")]
    [InlineData("""{"a":{"b":1,"c":2}}""", """{"a":{"b":3}}""", """{"a":{"b":3}}""")]
    [InlineData("""{"a":1}""", """{"a":null}""", """{"a":null}""")]
    [InlineData("{}", "{}", "{}")]
    [InlineData("""{"a":1.10,"b":1e400}""", """ { "c" : [ 1.0 ] } """, """{"a":1.10,"b":1e400,"c":[ 1.0 ]}""")]
    [InlineData("""{"\u0061":1,"A":2}""", """{"a":3}""", """{"a":3,"A":2}""")]
    [InlineData("""{"a":1}""", """{"a":2,"a":3}""", """{"a":3}""")]
    [InlineData("""{"a":"\ud83d"}""", """{"<b>":"é\u00e9"}""", """{"a":"\ud83d","\u003Cb\u003E":"é\u00e9"}""")]
    [InlineData("[]", "{}", null)]
    [InlineData("{}", "[]", null)]
    [InlineData("1", "{}", null)]
    [InlineData("{}", "null", null)]
    [InlineData("""{"\ud83d":1}""", "{}", null)]
    public void Merges_the_properties_that_stand_directly_on_two_objects(string existing, string posted, string? merged)
    {
        var result = JsonDocuments.TryMerge(Encoding.UTF8.GetBytes(existing), Encoding.UTF8.GetBytes(posted));
        Assert.Equal(merged, result is null ? null : Encoding.UTF8.GetString(result));
    }

    [Fact]
    public void Merges_very_deep_values()
    {
        var deep = new string('[', 50_000) + new string(']', 50_000);
        var merged = JsonDocuments.TryMerge(Encoding.UTF8.GetBytes($"{{\"a\":{deep}}}"), "{\"b\":1}"u8.ToArray());
        Assert.Equal($"{{\"a\":{deep},\"b\":1}}", Encoding.UTF8.GetString(merged!));
    }

    /// <summary>400 where either is of another Content-Type or no JSON object; the document stays as it is.</summary>
    [Theory]
    [MemberData(nameof(DocumentPlace.Everywhere), MemberType = typeof(DocumentPlace))]
    public async Task Refuses_to_merge_what_are_not_two_JSON_objects_and_changes_nothing(string resource, string version)
    {
        (string Contents, string ContentType)[] unfit = [("{\"y\":2}", "text/plain"), ("[1]", "application/json"), ("\"x\"", "application/json"), ("{", "text/plain")];
        var place = fixture.DocumentPlace(resource, version);
        var etag = await place.HavingAsync("object", "{\"x\":1}");
        foreach (var (contents, contentType) in unfit)
        {
            using var posted = await place.SendAsync("POST", place.Url("object"), DocumentPlace.Content(Encoding.UTF8.GetBytes(contents), contentType));
            await posted.AssertRefusedAsync(HttpStatusCode.BadRequest);
            using var named = await place.SendAsync(
                "POST", place.Url("object"), DocumentPlace.Content(Encoding.UTF8.GetBytes(contents), contentType), ("If-Match", etag));
            await named.AssertRefusedAsync(HttpStatusCode.BadRequest);

            using var existing = await place.SendAsync("POST", place.Url(contents), DocumentPlace.Content(Encoding.UTF8.GetBytes(contents), contentType));
            using var merged = await place.PostAsync(contents, "{\"y\":2}");
            Assert.Equal(HttpStatusCode.NoContent, existing.StatusCode);
            await merged.AssertRefusedAsync(HttpStatusCode.BadRequest);
            Assert.Equal(contents, await place.TextAsync(contents));
        }

        using var invalid = await place.PostAsync("object", "{\"y\":");
        await invalid.AssertRefusedAsync(HttpStatusCode.BadRequest);
        Assert.Equal("{\"x\":1}", await place.TextAsync("object"));
    }

    [Fact]
    public async Task Merges_JSON_whatever_parameters_its_content_type_has()
    {
        var place = fixture.DocumentPlace("state");
        await place.HavingAsync("a", "{\"x\":1}");
        using var posted = await place.SendAsync("POST", place.Url("a"), DocumentPlace.Content("{\"y\":2}"u8.ToArray(), "Application/JSON ; charset=utf-8"));
        using var read = await place.GetAsync("a");
        Assert.Equal(HttpStatusCode.NoContent, posted.StatusCode);
        Assert.Equal("{\"x\":1,\"y\":2}", await read.Content.ReadAsStringAsync());
        Assert.Equal("application/json", read.Content.Headers.ContentType!.ToString());
    }
}
