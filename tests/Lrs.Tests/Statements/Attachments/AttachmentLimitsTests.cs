using System.Net;
using System.Security.Cryptography;
using Testing;

namespace Lrs.Tests.Statements.Attachments;

/// <summary>Limits of attachments: what is too large is a 413, and however large they may be, memory stays flat.</summary>
public sealed class AttachmentLimitsTests
{
    [Fact]
    public async Task Refuses_attachments_and_requests_that_are_too_large_and_leaves_nothing_of_them()
    {
        const int Largest = 64 * 1024;
        using var directory = new TestDirectory();
        await using var lrs = await LrsProcess.StartAsync(
            directory.Path, $"--Attachments:MaxBytes={Largest}", $"--Attachments:MaxRequestBytes={2 * Largest}", "--Statements:MaxBodyBytes=4096");
        var longSignature = Content(6, 2 * 4096 + 1);
        var stated = Multipart.Stated(longSignature, type: "application/octet-stream", usage: "http://adlnet.gov/expapi/attachments/signature");
        Assert.Equal(HttpStatusCode.BadRequest, await PostAsync(lrs, chunked: false, Part.Statements(Multipart.Statement(null, stated)), Part.Attachment(longSignature)));
        byte[][] contents = [Content(1, Largest), Content(2, Largest - 3000), Content(3, 3000)];
        var tooLarge = Content(4, Largest + 1);
        foreach (var chunked in new[] { false, true })
        {
            Assert.Equal(HttpStatusCode.OK, await PostAsync(lrs, chunked, WithAttachments(contents[..2])));
            Assert.Equal(HttpStatusCode.RequestEntityTooLarge, await PostAsync(lrs, chunked, WithAttachments(contents)));
            Assert.Equal(HttpStatusCode.RequestEntityTooLarge, await PostAsync(lrs, chunked, WithAttachments(tooLarge)));
            Assert.Equal(HttpStatusCode.RequestEntityTooLarge, await PostAsync(lrs, chunked, Part.Statements(Posted.Statement(more: new string(' ', 4096)))));
        }

        var files = Directory.EnumerateFiles(Path.Combine(directory.Path, "files"), "*", SearchOption.AllDirectories).Select(Path.GetFileName);
        Assert.Equal(contents[..2].Select(Multipart.Sha256).Order(), files.Order());
    }

    [Fact]
    public async Task Takes_and_gives_back_a_large_attachment_without_taking_memory_for_it()
    {
        const int Large = 128 * 1024 * 1024;
        using var directory = new TestDirectory();
        await using var lrs = await LrsProcess.StartAsync(directory.Path, $"--Attachments:MaxBytes={Large}");
        var id = Guid.NewGuid().ToString();
        var data = Content(5, Large);
        var before = LrsProcess.ResidentBytes(lrs.ProcessId);

        Assert.Equal(HttpStatusCode.OK, await PostAsync(lrs, chunked: false, Part.Statements(Multipart.Statement(id, Multipart.Stated(data))), Part.Attachment(data)));
        using var response = await lrs.Root.GetAsync($"/xapi/statements?statementId={id}&attachments=true", HttpCompletionOption.ResponseHeadersRead);
        Assert.Equal(SHA256.HashData(data), SHA256.HashData((await Multipart.ReadAsync(response))[1].Data));

        var grown = LrsProcess.ResidentBytes(lrs.ProcessId) - before;
        Assert.True(grown < Large / 2, $"The process grew by {grown >> 20} MiB.");
    }

    private static byte[] Content(int seed, int length)
    {
        var data = new byte[length];
        new Random(seed).NextBytes(data);
        return data;
    }

    private static Part[] WithAttachments(params byte[][] contents) =>
        [Part.Statements(Multipart.Statement(null, [.. contents.Select(data => Multipart.Stated(data))])), .. contents.Select(data => Part.Attachment(data))];

    private static async Task<HttpStatusCode> PostAsync(LrsProcess lrs, bool chunked, params Part[] parts)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/xapi/statements") { Content = Multipart.Content(parts) };
        request.Headers.TransferEncodingChunked = chunked;
        using var response = await lrs.Root.SendAsync(request);
        return response.StatusCode;
    }
}
