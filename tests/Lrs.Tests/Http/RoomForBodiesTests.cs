using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Testing;

namespace Lrs.Tests.Http;

public sealed class RoomForBodiesTests
{
    [Fact]
    public async Task A_large_request_is_told_to_come_again_while_others_fill_memory_and_a_usual_one_is_not()
    {
        using var directory = new TestDirectory();
        await using var lrs = await LrsProcess.StartAsync(directory.Path, "--Requests:MaxBytesInMemory=4194304", "--Requests:WaitForMemoryAtMost=00:00:01");
        var large = Posted.Statement(more: $",\"result\":{{\"response\":\"{new string('x', 2 * 1024 * 1024)}\"}}");
        var finish = new TaskCompletionSource();
        var slow = PostSlowlyAsync();

        await Eventually.TrueAsync(async () =>
        {
            // It may have come second itself.
            if (slow.IsCompleted)
                slow = PostSlowlyAsync();
            using var response = await PostAsync(lrs, large);
            if (response.StatusCode == HttpStatusCode.OK)
                return false;
            Assert.Equal(HttpStatusCode.ServiceUnavailable, response.StatusCode);
            Assert.NotNull(response.Headers.RetryAfter);
            Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
            return true;
        });
        using (var usual = await PostAsync(lrs, $"[{string.Join(',', Enumerable.Range(0, 200).Select(_ => Posted.Statement()))}]"))
            Assert.Equal(HttpStatusCode.OK, usual.StatusCode);

        finish.SetResult();
        using (var finished = await slow)
            Assert.Equal(HttpStatusCode.OK, finished.StatusCode);
        using var again = await PostAsync(lrs, large);
        Assert.Equal(HttpStatusCode.OK, again.StatusCode);

        Task<HttpResponseMessage> PostSlowlyAsync() => lrs.Root.PostAsync("/xapi/statements", new SlowContent(large, finish.Task));
    }

    private static Task<HttpResponseMessage> PostAsync(LrsProcess lrs, string body) =>
        lrs.Root.PostAsync("/xapi/statements", new StringContent(body, Encoding.UTF8, "application/json"));

    /// <summary>Its last byte comes late.</summary>
    private sealed class SlowContent : HttpContent
    {
        private readonly byte[] _body;
        private readonly Task _finish;

        public SlowContent(string body, Task finish)
        {
            (_body, _finish) = (Encoding.UTF8.GetBytes(body), finish);
            Headers.ContentType = new MediaTypeHeaderValue("application/json");
        }

        protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context)
        {
            await stream.WriteAsync(_body.AsMemory(0, _body.Length - 1));
            await stream.FlushAsync();
            await _finish;
            await stream.WriteAsync(_body.AsMemory(_body.Length - 1));
        }

        protected override bool TryComputeLength(out long length)
        {
            length = _body.Length;
            return true;
        }
    }
}
