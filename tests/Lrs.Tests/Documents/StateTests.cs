using System.Net;
using Testing;

namespace Lrs.Tests.Documents;

/// <summary>What only the State resource has: registrations, and DELETE of many (xAPI Communication 2.3).</summary>
[Collection(LrsCollection.Name)]
public sealed class StateTests(LrsFixture fixture)
{
    private const string Registration = "&registration=9fd2a2ab-0000-4000-8000-00000000000a";
    private const string Other = "&registration=9fd2a2ab-0000-4000-8000-00000000000b";

    /// <summary>2.3 Single Document: in the context of activity, agent and, if there is one, registration.</summary>
    [Theory]
    [InlineData("1.0.3")]
    [InlineData("2.0.0")]
    public async Task Keeps_the_same_id_apart_in_each_registration_and_in_none(string version)
    {
        var place = await ThreeDocumentsAsync(version);
        Assert.Equal("\"none\"", await TextAsync(place, ""));
        Assert.Equal("\"one\"", await TextAsync(place, Registration));
        Assert.Equal("\"one\"", await TextAsync(place, Registration.ToUpperInvariant().Replace("REGISTRATION", "registration", StringComparison.Ordinal)));
        Assert.Equal("\"other\"", await TextAsync(place, Other));
        using var deleted = await place.DeleteAsync("a");
        Assert.Equal(HttpStatusCode.NoContent, deleted.StatusCode);
        Assert.Equal("\"one\"", await TextAsync(place, Registration));
    }

    /// <summary>2.3 Multiple Document GET: without a registration those of all, each id once.</summary>
    [Theory]
    [InlineData("1.0.3")]
    [InlineData("2.0.0")]
    public async Task Lists_ids_of_one_registration_or_of_all(string version)
    {
        var place = await ThreeDocumentsAsync(version);
        using var more = await place.SendAsync("PUT", place.Url("b", Other), DocumentPlace.Content([1], "text/plain"));
        Assert.Equal(["a"], await place.IdsAsync(Registration));
        Assert.Equal(["a", "b"], await place.IdsAsync(Other));
        Assert.Equal(["a", "b"], await place.IdsAsync());
    }

    /// <summary>2.3 Multiple Document DELETE: all state of the context, without a registration that of all.</summary>
    [Theory]
    [InlineData("1.0.3")]
    [InlineData("2.0.0")]
    public async Task Deletes_all_state_of_one_registration_or_of_all(string version)
    {
        var (place, neighbour) = (await ThreeDocumentsAsync(version), await ThreeDocumentsAsync(version));
        using var one = await place.SendAsync("DELETE", place.Url(id: null, Registration));
        Assert.Equal(HttpStatusCode.NoContent, one.StatusCode);
        Assert.Equal("NotFound", await TextAsync(place, Registration));
        Assert.Equal("\"other\"", await TextAsync(place, Other));
        using var all = await place.SendAsync("DELETE", place.Url(id: null));
        Assert.Equal(HttpStatusCode.NoContent, all.StatusCode);
        Assert.Empty(await place.IdsAsync());
        Assert.Equal(["a"], await neighbour.IdsAsync());
    }

    /// <summary>3.1: of several documents, the ETag is that of their list.</summary>
    [Theory]
    [InlineData("1.0.3")]
    [InlineData("2.0.0")]
    public async Task Deletes_many_only_where_If_Match_names_their_list(string version)
    {
        var place = await ThreeDocumentsAsync(version);
        using var list = await place.SendAsync("GET", place.Url(id: null));
        using var more = await place.SendAsync("PUT", place.Url("b"), DocumentPlace.Content([1], "text/plain"));
        using var stale = await place.SendAsync("DELETE", place.Url(id: null), content: null, ("If-Match", list.Headers.ETag!.ToString()));
        await stale.AssertRefusedAsync(HttpStatusCode.PreconditionFailed);
        Assert.Equal(["a", "b"], await place.IdsAsync());
        using var current = await place.SendAsync("GET", place.Url(id: null));
        using var deleted = await place.SendAsync("DELETE", place.Url(id: null), content: null, ("If-Match", current.Headers.ETag!.ToString()));
        Assert.Equal(HttpStatusCode.NoContent, deleted.StatusCode);
        Assert.Empty(await place.IdsAsync());
    }

    /// <summary>A context is an activity and an agent: the same id under another of either is another document.</summary>
    [Fact]
    public async Task Keeps_the_same_id_apart_for_each_activity_and_agent()
    {
        var (one, two) = (fixture.DocumentPlace("state"), fixture.DocumentPlace("state"));
        await one.HavingAsync("a", "1");
        await two.HavingAsync("a", "2");
        var mixed = one.Url("a").Replace(Uri.EscapeDataString(one.Agent), Uri.EscapeDataString(two.Agent), StringComparison.Ordinal);
        using var neither = await one.SendAsync("GET", mixed);
        Assert.Equal(("1", "2", HttpStatusCode.NotFound), (await one.TextAsync("a"), await two.TextAsync("a"), neither.StatusCode));
    }

    private async Task<DocumentPlace> ThreeDocumentsAsync(string version)
    {
        var place = fixture.DocumentPlace("state", version);
        foreach (var (registration, contents) in new[] { ("", "\"none\""), (Registration, "\"one\""), (Other, "\"other\"") })
        {
            using var put = await place.SendAsync("PUT", place.Url("a", registration), new StringContent(contents, System.Text.Encoding.UTF8, "application/json"));
            Assert.Equal(HttpStatusCode.NoContent, put.StatusCode);
        }

        return place;
    }

    private static async Task<string> TextAsync(DocumentPlace place, string registration)
    {
        using var response = await place.SendAsync("GET", place.Url("a", registration));
        return response.IsSuccessStatusCode ? await response.Content.ReadAsStringAsync() : response.StatusCode.ToString();
    }
}
