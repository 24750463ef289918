using System.Net;
using Testing;

namespace Lrs.Tests.Documents;

/// <summary>Concurrency control by ETag (xAPI Communication 3.1; IEEE 9274.1.1 4.1.4): every row is tried on each resource in each version.</summary>
[Collection(LrsCollection.Name)]
public sealed class PreconditionsTests(LrsFixture fixture)
{
    private const string Old = "{\"x\":1}";
    private const string Foreign = "\"0000000000000000000000000000000000000000\"";

    /// <summary>Writes whose precondition does not hold: 412, and nothing is changed. ETAG stands for the right one.</summary>
    [Theory]
    [MemberData(nameof(DocumentPlace.Everywhere), MemberType = typeof(DocumentPlace))]
    public async Task Refuses_a_write_whose_precondition_does_not_hold_and_changes_nothing(string resource, string version)
    {
        (string Name, string Value)[] failing =
        [
            ("If-Match", Foreign),
            ("If-Match", $"{Foreign}, \"another\""),
            ("If-Match", "W/ETAG"),
            ("If-Match", "nonsense"),
            ("If-None-Match", "*"),
            ("If-None-Match", "ETAG"),
            ("If-None-Match", $"{Foreign}, W/ETAG"),
        ];
        var place = fixture.DocumentPlace(resource, version);
        var etag = await place.HavingAsync("a", Old);
        foreach (var (name, value) in failing)
        {
            var header = (name, value.Replace("ETAG", etag, StringComparison.Ordinal));
            using var put = await place.PutAsync("a", "{\"x\":2}", header);
            using var post = await place.PostAsync("a", "{\"x\":2}", header);
            using var delete = await place.DeleteAsync("a", header);
            await put.AssertRefusedAsync(HttpStatusCode.PreconditionFailed);
            await post.AssertRefusedAsync(HttpStatusCode.PreconditionFailed);
            await delete.AssertRefusedAsync(HttpStatusCode.PreconditionFailed);
            Assert.Equal(Old, await place.TextAsync("a"));
        }
    }

    [Theory]
    [MemberData(nameof(DocumentPlace.Everywhere), MemberType = typeof(DocumentPlace))]
    public async Task Changes_a_document_whose_ETag_If_Match_names(string resource, string version)
    {
        foreach (var value in new[] { "ETAG", $"{Foreign}, ETAG", "*", $"W/{Foreign},ETAG" })
        {
            var place = fixture.DocumentPlace(resource, version);
            var etag = await place.HavingAsync("a", Old);
            using var put = await place.PutAsync("a", "{\"x\":2}", ("If-Match", value.Replace("ETAG", etag, StringComparison.Ordinal)));
            using var post = await place.PostAsync("a", "{\"y\":2}", ("If-Match", value.Replace("ETAG", put.Headers.ETag!.ToString(), StringComparison.Ordinal)));
            Assert.Equal((HttpStatusCode.NoContent, HttpStatusCode.NoContent), (put.StatusCode, post.StatusCode));
            Assert.Equal("{\"x\":2,\"y\":2}", await place.TextAsync("a"));
            using var delete = await place.DeleteAsync("a", ("If-Match", value.Replace("ETAG", post.Headers.ETag!.ToString(), StringComparison.Ordinal)));
            Assert.Equal(HttpStatusCode.NoContent, delete.StatusCode);
            Assert.Equal("NotFound", await place.TextAsync("a"));
        }
    }

    /// <summary>Clients that compute the SHA-1 themselves, as 1.0.3 lets them, may leave out the quotes.</summary>
    [Fact]
    public async Task Takes_an_ETag_without_its_quotes()
    {
        var place = fixture.DocumentPlace("activity_profile", "1.0.3");
        var etag = await place.HavingAsync("a", Old);
        using var put = await place.PutAsync("a", "2", ("If-Match", etag.Trim('"')));
        Assert.Equal(HttpStatusCode.NoContent, put.StatusCode);
    }

    [Theory]
    [MemberData(nameof(DocumentPlace.Everywhere), MemberType = typeof(DocumentPlace))]
    public async Task Makes_a_document_only_where_the_precondition_allows_for_none(string resource, string version)
    {
        var place = fixture.DocumentPlace(resource, version);
        foreach (var value in new[] { "*", Foreign })
        {
            using var put = await place.PutAsync("a", Old, ("If-Match", value));
            using var post = await place.PostAsync("a", Old, ("If-Match", value));
            using var delete = await place.DeleteAsync("a", ("If-Match", value));
            await put.AssertRefusedAsync(HttpStatusCode.PreconditionFailed);
            await post.AssertRefusedAsync(HttpStatusCode.PreconditionFailed);
            await delete.AssertRefusedAsync(HttpStatusCode.PreconditionFailed);
        }

        Assert.Empty(await place.IdsAsync());
        using var first = await place.PutAsync("a", Old, ("If-None-Match", "*"));
        using var second = await place.PostAsync("b", Old, ("If-None-Match", "*"));
        using var third = await place.PutAsync("c", Old);
        Assert.Equal(3, (await place.IdsAsync()).Count);
    }

    /// <summary>PUT with neither header over a document: 409 with the header that would help, unchanged; State in 1.0.3 alone is overwritten. POST and DELETE need none.</summary>
    [Theory]
    [MemberData(nameof(DocumentPlace.Everywhere), MemberType = typeof(DocumentPlace))]
    public async Task Refuses_a_PUT_over_a_document_that_does_not_say_which_except_for_State_in_1_0_3(string resource, string version)
    {
        var place = fixture.DocumentPlace(resource, version);
        await place.HavingAsync("a", Old);
        using var put = await place.PutAsync("a", "{\"x\":2}");
        if ((resource, version) == ("state", "1.0.3"))
            Assert.Equal(HttpStatusCode.NoContent, put.StatusCode);
        else
            Assert.Contains("If-Match", await put.AssertRefusedAsync(HttpStatusCode.Conflict), StringComparison.Ordinal);
        Assert.Equal(put.IsSuccessStatusCode ? "{\"x\":2}" : Old, await place.TextAsync("a"));
        using var post = await place.PostAsync("a", "{\"x\":3}");
        using var delete = await place.DeleteAsync("a");
        Assert.Equal((HttpStatusCode.NoContent, HttpStatusCode.NoContent), (post.StatusCode, delete.StatusCode));
    }

    /// <summary>RFC 9110 13.1.2: 304 without contents where the client has them already.</summary>
    [Theory]
    [MemberData(nameof(DocumentPlace.Everywhere), MemberType = typeof(DocumentPlace))]
    public async Task Answers_a_GET_with_the_ETag_that_the_client_has_with_304(string resource, string version)
    {
        var place = fixture.DocumentPlace(resource, version);
        var etag = await place.HavingAsync("a", Old);
        foreach (var value in new[] { etag, $"W/{etag}", $"{Foreign}, {etag}", "*" })
        {
            using var same = await place.GetAsync("a", ("If-None-Match", value));
            Assert.Equal(HttpStatusCode.NotModified, same.StatusCode);
            Assert.Equal(etag, same.Headers.ETag!.ToString());
            Assert.Empty(await same.Content.ReadAsByteArrayAsync());
        }

        using var other = await place.GetAsync("a", ("If-None-Match", Foreign));
        using var stale = await place.GetAsync("a", ("If-Match", Foreign));
        using var none = await place.GetAsync("none", ("If-None-Match", "*"));
        Assert.Equal(Old, await other.Content.ReadAsStringAsync());
        Assert.Equal((HttpStatusCode.PreconditionFailed, HttpStatusCode.NotFound), (stale.StatusCode, none.StatusCode));
    }
}
