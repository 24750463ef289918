using System.Collections.Concurrent;
using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using Testing;

namespace EndToEnd.Tests;

/// <summary>Promise 1, for attachments: a statement that was acknowledged has its data, whatever was killed.</summary>
public sealed class AttachmentsAreNotLostTests
{
    [Fact]
    public async Task Keeps_the_attachment_of_every_acknowledged_statement_when_the_service_is_killed()
    {
        using var directory = new TestDirectory();
        var lrs = await LrsProcess.StartAsync(directory.Path);
        var acknowledged = new ConcurrentDictionary<string, byte[]>();
        using var stop = new CancellationTokenSource();
        var posting = Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(async () =>
        {
            while (!stop.IsCancellationRequested && await TryPostAsync(lrs) is var (id, data))
                acknowledged[id] = data;
        })));

        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        while (acknowledged.Count < 150)
            await Task.Delay(20, patience.Token);
        await lrs.KillAsync();
        await stop.CancelAsync();
        await posting;
        await lrs.DisposeAsync();

        await using var next = await LrsProcess.StartAsync(directory.Path);
        foreach (var (id, data) in acknowledged)
        {
            var answer = await next.Root.GetByteArrayAsync($"/xapi/statements?statementId={id}&attachments=true");
            Assert.True(answer.AsSpan().IndexOf(data) >= 0, $"The data of the attachment of {id} is gone.");
        }
    }

    /// <summary>Null where there was no answer.</summary>
    private static async Task<(string Id, byte[] Data)?> TryPostAsync(LrsProcess lrs)
    {
        var id = Guid.NewGuid().ToString();
        var data = RandomNumberGenerator.GetBytes(5000);
        var sha2 = Convert.ToHexStringLower(SHA256.HashData(data));
        var attachment = $$"""{"usageType":"https://x.example/u","display":{"en":"A"},"contentType":"image/png","length":5000,"sha2":"{{sha2}}"}""";
        using var content = new MultipartContent("mixed");
        content.Add(new StringContent(Posted.Statement(id, more: $",\"attachments\":[{attachment}]"), Encoding.UTF8, "application/json"));
        var part = new ByteArrayContent(data);
        part.Headers.ContentType = new MediaTypeHeaderValue("image/png");
        part.Headers.Add("Content-Transfer-Encoding", "binary");
        part.Headers.Add("X-Experience-API-Hash", sha2);
        content.Add(part);
        try
        {
            using var response = await lrs.Root.PostAsync("/xapi/statements", content);
            return response.StatusCode == HttpStatusCode.OK ? (id, data) : throw new InvalidOperationException(await response.Content.ReadAsStringAsync());
        }
        catch (HttpRequestException)
        {
            return null;
        }
    }
}
