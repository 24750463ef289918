using System.Net;
using System.Security.Cryptography;
using System.Text;
using Testing;

namespace Lrs.Tests.Documents;

/// <summary>What all three document resources have in common: xAPI Communication 2.2, and the single and multiple documents of 2.3, 2.6, 2.7.</summary>
[Collection(LrsCollection.Name)]
public sealed class DocumentsEndpointsTests(LrsFixture fixture)
{
    private const int MaxDocumentBytes = 16 * 1024 * 1024;

    /// <summary>2.2 Details: contents are arbitrary binary data.</summary>
    [Theory]
    [MemberData(nameof(DocumentPlace.Everywhere), MemberType = typeof(DocumentPlace))]
    public async Task Keeps_any_contents_byte_for_byte_with_their_content_type(string resource, string version)
    {
        var place = fixture.DocumentPlace(resource, version);
        (string Id, byte[] Contents, string? ContentType)[] documents =
        [
            ("binary", [0, 255, 13, 10, .. RandomNumberGenerator.GetBytes(100_000)], "image/png"),
            ("empty", [], "text/plain"),
            ("untyped", [1, 2, 3], null),
            ("json", "  {\"b\" : 1.10,\"a\":\"\\u00e9é😀\\ud83d\", \"b\":2}\n"u8.ToArray(), "application/json; charset=UTF-8"),
            ("array", "[1]"u8.ToArray(), "Application/JSON"),
            ("not json", "{"u8.ToArray(), "application/vnd.example+json"),
            ("form", "a=b&c"u8.ToArray(), "application/x-www-form-urlencoded"),
        ];
        foreach (var method in new[] { "PUT", "POST" })
        {
            foreach (var (id, contents, contentType) in documents)
            {
                using var written = await place.SendAsync(method, place.Url(method + id), DocumentPlace.Content(contents, contentType));
                using var read = await place.GetAsync(method + id);
                Assert.Equal(HttpStatusCode.NoContent, written.StatusCode);
                Assert.Equal(HttpStatusCode.OK, read.StatusCode);
                Assert.Equal(contents, await read.Content.ReadAsByteArrayAsync());
                Assert.Equal(contentType ?? "application/octet-stream", Assert.Single(read.Content.Headers.GetValues("Content-Type")));
            }
        }
    }

    /// <summary>2.3, 2.6, 2.7: PUT, POST and DELETE return 204, GET the document; 3.2: 404 where there is none.</summary>
    [Theory]
    [MemberData(nameof(DocumentPlace.Everywhere), MemberType = typeof(DocumentPlace))]
    public async Task Stores_changes_fetches_and_deletes_a_document(string resource, string version)
    {
        var place = fixture.DocumentPlace(resource, version);
        using (var none = await place.GetAsync("a"))
            await none.AssertRefusedAsync(HttpStatusCode.NotFound);
        using var put = await place.PutAsync("a", "{\"x\":1}");
        using var post = await place.PostAsync("a", "{\"y\":2}");
        Assert.Equal((HttpStatusCode.NoContent, HttpStatusCode.NoContent), (put.StatusCode, post.StatusCode));
        Assert.Equal("{\"x\":1,\"y\":2}", await place.TextAsync("a"));
        using var deleted = await place.DeleteAsync("a");
        using var again = await place.DeleteAsync("a");
        Assert.Equal((HttpStatusCode.NoContent, HttpStatusCode.NoContent), (deleted.StatusCode, again.StatusCode));
        Assert.Equal("NotFound", await place.TextAsync("a"));
    }

    /// <summary>3.1 LRS Requirements: the ETag of a GET is the SHA-1 of the contents, in small hexadecimal digits and quotes.</summary>
    [Theory]
    [MemberData(nameof(DocumentPlace.Everywhere), MemberType = typeof(DocumentPlace))]
    public async Task Answers_the_SHA1_of_the_contents_as_ETag_in_quotes(string resource, string version)
    {
        var place = fixture.DocumentPlace(resource, version);
        var told = await place.HavingAsync("a", "{\"x\":1}");
        using var read = await place.GetAsync("a");
        Assert.Equal($"\"{Convert.ToHexStringLower(SHA1.HashData("{\"x\":1}"u8))}\"", Assert.Single(read.Headers.GetValues("ETag")));
        Assert.Equal(told, Assert.Single(read.Headers.GetValues("ETag")));
    }

    /// <summary>2.2 Last Modified: when the document, or the latest of several, was last changed.</summary>
    [Theory]
    [MemberData(nameof(DocumentPlace.Everywhere), MemberType = typeof(DocumentPlace))]
    public async Task Says_when_a_document_or_the_latest_of_several_was_changed(string resource, string version)
    {
        var place = fixture.DocumentPlace(resource, version);
        using var nothing = await place.SendAsync("GET", place.Url(id: null));
        Assert.Null(nothing.Content.Headers.LastModified);
        await place.HavingAsync("a", "{}");
        using var first = await place.GetAsync("a");
        var before = first.Content.Headers.LastModified!.Value;
        Assert.InRange(before, first.Headers.Date!.Value.AddMinutes(-1), first.Headers.Date!.Value.AddMinutes(1));

        // An HTTP date has whole seconds: change it until the second is another one.
        DateTimeOffset? changed;
        do
        {
            using var post = await place.PostAsync("b", "{}");
            changed = post.Content.Headers.LastModified;
        }
        while (changed <= before);

        using var both = await place.SendAsync("GET", place.Url(id: null));
        using var unchanged = await place.GetAsync("a");
        Assert.Equal(changed, both.Content.Headers.LastModified);
        Assert.Equal(before, unchanged.Content.Headers.LastModified);
    }

    /// <summary>1.1: HEAD answers as GET does, without the contents.</summary>
    [Theory]
    [MemberData(nameof(DocumentPlace.Everywhere), MemberType = typeof(DocumentPlace))]
    public async Task Answers_HEAD_as_GET_without_contents(string resource, string version)
    {
        var place = fixture.DocumentPlace(resource, version);
        await place.HavingAsync("a", "{\"x\":1}");
        foreach (var url in new[] { place.Url("a"), place.Url(id: null), place.Url("none") })
        {
            using var get = await place.SendAsync("GET", url);
            using var head = await place.SendAsync("HEAD", url);
            Assert.Equal(get.StatusCode, head.StatusCode);
            Assert.Equal(get.Headers.ETag, head.Headers.ETag);
            Assert.Equal(get.Content.Headers.LastModified, head.Content.Headers.LastModified);
            Assert.Equal(get.Content.Headers.ContentType, head.Content.Headers.ContentType);
            Assert.Empty(await head.Content.ReadAsByteArrayAsync());
        }
    }

    /// <summary>2.3, 2.6, 2.7 Multiple Document GET: an array of ids, since a moment if one is given.</summary>
    [Theory]
    [MemberData(nameof(DocumentPlace.Everywhere), MemberType = typeof(DocumentPlace))]
    public async Task Lists_the_ids_that_changed_since_a_moment(string resource, string version)
    {
        var place = fixture.DocumentPlace(resource, version);
        Assert.Empty(await place.IdsAsync());
        await place.HavingAsync("https://profiles.example.go.id/b?x=1&y=ü", "{}");
        await place.HavingAsync("a", "{}");
        Assert.Equal(["a", "https://profiles.example.go.id/b?x=1&y=ü"], await place.IdsAsync());
        Assert.Equal(2, (await place.IdsAsync("&since=2020-01-01T00:00:00%2B07:00")).Count);
        Assert.Empty(await place.IdsAsync("&since=2220-01-01T00:00:00Z"));
    }

    /// <summary>3.2: 413 where a document is larger than the most that is kept, with or without its length before it, or by a merge.</summary>
    [Fact]
    public async Task Refuses_a_document_that_is_too_large_and_takes_one_that_just_fits()
    {
        var place = fixture.DocumentPlace("state");
        using (var put = await place.SendAsync("PUT", place.Url("a"), DocumentPlace.Content(new byte[MaxDocumentBytes + 1], "image/png"), ("Expect", "100-continue")))
            await put.AssertRefusedAsync(HttpStatusCode.RequestEntityTooLarge);
        using (var chunked = await place.SendAsync("PUT", place.Url("a"), new StreamContent(new Unknown(MaxDocumentBytes + 1))))
            await chunked.AssertRefusedAsync(HttpStatusCode.RequestEntityTooLarge);
        Assert.Empty(await place.IdsAsync());

        using var most = await place.SendAsync("PUT", place.Url("a"), new StreamContent(new Unknown(MaxDocumentBytes)));
        Assert.Equal(HttpStatusCode.NoContent, most.StatusCode);
        using var read = await place.GetAsync("a");
        Assert.Equal(MaxDocumentBytes, (await read.Content.ReadAsByteArrayAsync()).Length);

        var half = new string('x', MaxDocumentBytes / 2);
        var etag = await place.HavingAsync("b", $"{{\"x\":\"{half}\"}}");
        using (var merged = await place.PostAsync("b", $"{{\"y\":\"{half}\"}}"))
            await merged.AssertRefusedAsync(HttpStatusCode.RequestEntityTooLarge);
        using var unchanged = await place.GetAsync("b");
        Assert.Equal(etag, unchanged.Headers.ETag!.ToString());
    }

    /// <summary>3.2: contents that are not what their Content-Type says are refused, and one that could not be given back.</summary>
    [Theory]
    [InlineData("application/json", "{\"x\":}")]
    [InlineData("application/json; charset=utf-8", "{} {}")]
    [InlineData("application/json", "")]
    [InlineData("application/json", "\"\u00ff\"", true)]
    [InlineData("nonsense", "x")]
    [InlineData("text/plain; name=\"\u0001\"", "x")]
    public async Task Refuses_contents_that_do_not_fit_their_content_type(string contentType, string contents, bool asLatin1 = false)
    {
        foreach (var method in new[] { "PUT", "POST" })
        {
            var place = fixture.DocumentPlace("agent_profile", "1.0.3");
            var bytes = (asLatin1 ? Encoding.Latin1 : Encoding.UTF8).GetBytes(contents);
            using var response = await place.SendAsync(method, place.Url("a"), DocumentPlace.Content(bytes, contentType));
            await response.AssertRefusedAsync(HttpStatusCode.BadRequest);
            Assert.Equal("NotFound", await place.TextAsync("a"));
        }
    }

    /// <summary>Contents come from outside: a browser must not take them for a page of this service, nor keep them as long as it likes.</summary>
    [Fact]
    public async Task Gives_out_contents_so_that_no_browser_runs_or_keeps_them()
    {
        var place = fixture.DocumentPlace("state");
        using var put = await place.SendAsync("PUT", place.Url("a"), DocumentPlace.Content("<script>"u8.ToArray(), "text/html"));
        using var read = await place.GetAsync("a");
        Assert.Equal("sandbox", Assert.Single(read.Headers.GetValues("Content-Security-Policy")));
        Assert.Equal("nosniff", Assert.Single(read.Headers.GetValues("X-Content-Type-Options")));
        Assert.True(read.Headers.CacheControl!.NoCache);
    }

    /// <summary>Bytes whose number is not known before they end: HTTP sends them in chunks.</summary>
    private sealed class Unknown(int length) : MemoryStream(new byte[length])
    {
        public override bool CanSeek => false;
    }
}
