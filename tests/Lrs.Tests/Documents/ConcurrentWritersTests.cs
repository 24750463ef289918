using System.Net;
using System.Text.Json;
using Testing;

namespace Lrs.Tests.Documents;

/// <summary>Many clients write one document at once (xAPI Communication 3.1): no answer of 204 is undone by another writer.</summary>
[Collection(LrsCollection.Name)]
public sealed class ConcurrentWritersTests(LrsFixture fixture)
{
    private const int Writers = 24;

    [Theory]
    [InlineData("state")]
    [InlineData("agent_profile")]
    public async Task Loses_no_property_of_many_that_are_merged_at_once(string resource)
    {
        var place = fixture.DocumentPlace(resource);
        var answers = await Task.WhenAll(Enumerable.Range(0, Writers).Select(i => place.PostAsync("a", $"{{\"p{i}\":{i}}}")));
        Assert.All(answers, answer => Assert.Equal(HttpStatusCode.NoContent, answer.StatusCode));
        using var document = JsonDocument.Parse(await place.TextAsync("a"));
        Assert.Equal(Enumerable.Range(0, Writers), document.RootElement.EnumerateObject().Select(property => property.Value.GetInt32()).Order());
    }

    [Fact]
    public async Task Counts_every_increment_of_clients_that_try_again_when_If_Match_fails()
    {
        var place = fixture.DocumentPlace("activity_profile");
        await place.HavingAsync("a", "0");
        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(async () =>
        {
            for (var i = 0; i < 5; i++)
                await IncrementAsync(place);
        })));
        Assert.Equal("40", await place.TextAsync("a"));
    }

    [Fact]
    public async Task Lets_one_of_many_make_a_document_and_one_of_many_replace_it()
    {
        var place = fixture.DocumentPlace("agent_profile", "1.0.3");
        var made = await Task.WhenAll(Enumerable.Range(0, Writers).Select(i => place.PutAsync("a", $"{i}", ("If-None-Match", "*"))));
        var first = Assert.Single(made, answer => answer.StatusCode == HttpStatusCode.NoContent);
        Assert.Equal(Writers - 1, made.Count(answer => answer.StatusCode == HttpStatusCode.PreconditionFailed));

        var replaced = await Task.WhenAll(Enumerable.Range(0, Writers).Select(i =>
            place.PutAsync("a", $"\"{i}\"", ("If-Match", first.Headers.ETag!.ToString()))));
        var second = Assert.Single(replaced, answer => answer.StatusCode == HttpStatusCode.NoContent);
        using var read = await place.GetAsync("a");
        Assert.Equal(second.Headers.ETag, read.Headers.ETag);

        var unsaid = await Task.WhenAll(Enumerable.Range(0, Writers).Select(i => place.PutAsync("b", $"{i}")));
        Assert.Single(unsaid, answer => answer.StatusCode == HttpStatusCode.NoContent);
        Assert.Equal(Writers - 1, unsaid.Count(answer => answer.StatusCode == HttpStatusCode.Conflict));
    }

    private static async Task IncrementAsync(DocumentPlace place)
    {
        while (true)
        {
            using var read = await place.GetAsync("a");
            var next = int.Parse(await read.Content.ReadAsStringAsync(), System.Globalization.CultureInfo.InvariantCulture) + 1;
            using var put = await place.PutAsync("a", $"{next}", ("If-Match", read.Headers.ETag!.ToString()));
            if (put.StatusCode == HttpStatusCode.NoContent)
                return;
            Assert.Equal(HttpStatusCode.PreconditionFailed, put.StatusCode);
        }
    }
}
