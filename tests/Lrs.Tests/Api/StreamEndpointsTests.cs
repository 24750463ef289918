using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Testing;

namespace Lrs.Tests.Api;

/// <summary>Whichever stream the service has: the embedded one keeps nothing back, over Kafka nothing waits for long.</summary>
[Collection(LrsCollection.Name)]
public sealed class StreamEndpointsTests(LrsFixture fixture)
{
    [Fact]
    public async Task Tells_how_far_behind_the_stream_is()
    {
        var stream = default(JsonElement);
        await Eventually.TrueAsync(async () =>
            (stream = await fixture.Lrs.Root.GetFromJsonAsync<JsonElement>("/api/v1/stream")).GetProperty("lagMessages").GetInt64() == 0);
        var partitions = stream.GetProperty("partitions");
        Assert.Equal(TestStream.IsKafka, partitions.GetArrayLength() > 0);
        Assert.All(partitions.EnumerateArray(), partition => Assert.NotEqual("", partition.GetProperty("owner").GetString()));
    }

    [Fact]
    public async Task What_was_never_set_aside_cannot_be_driven_again()
    {
        using var answer = await fixture.Lrs.Root.PostAsync($"/api/v1/set-aside/{Guid.NewGuid()}/drive", null);
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Equal(JsonValueKind.Array, (await fixture.Lrs.Root.GetFromJsonAsync<JsonElement>("/api/v1/set-aside")).ValueKind);
    }

    [Theory]
    [InlineData("GET", "/api/v1/stream")]
    [InlineData("GET", "/api/v1/set-aside")]
    [InlineData("POST", "/api/v1/set-aside/drive-all")]
    public async Task Is_for_LAN_only(string method, string path)
    {
        using var platform = (await Platform.NewAsync(fixture.Lrs)).NewClient();
        using var request = new HttpRequestMessage(new HttpMethod(method), path);
        using var answer = await platform.SendAsync(request);
        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
    }
}
