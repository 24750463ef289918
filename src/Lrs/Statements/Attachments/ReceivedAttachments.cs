using System.Buffers;
using Analytics.Files;
using Lrs.Http;
using Microsoft.AspNetCore.WebUtilities;

namespace Lrs.Statements.Attachments;

/// <summary>
/// The data of a batch's attachments, each received into a file as it arrives and matched by its hash alone (xAPI Communication 1.5.2).
/// Nothing is kept of it unless all of the request is accepted.
/// </summary>
internal sealed class ReceivedAttachments(ParsedBatch batch, AttachmentFiles files, AttachmentsOptions options) : IAsyncDisposable
{
    private const int BufferBytes = 32 * 1024;

    private readonly Dictionary<string, IncomingFile> _files = new(StringComparer.OrdinalIgnoreCase);

    private readonly Dictionary<string, List<Stated>> _statedByHash = Stated.AllOf(batch)
        .GroupBy(stated => stated.Attachment.Sha2, StringComparer.OrdinalIgnoreCase)
        .ToDictionary(stated => stated.Key, Stated.WhatParts, StringComparer.OrdinalIgnoreCase);

    public IReadOnlyDictionary<string, IncomingFile> Files => _files;

    /// <summary>Receives the parts that follow the statements. Null if each is good and none is missing.</summary>
    public async Task<IResult?> ReceiveAsync(MultipartBody body, CancellationToken cancellation)
    {
        for (var part = 1; await body.NextAsync(cancellation) is { } section; part++)
        {
            if (!PartHeaders.Parse(section, part).TryGetValue(out var headers, out var error))
                return XapiProblem.Of(error);
            if (FindDisagreement(headers) is { } disagreement)
                return XapiProblem.Of(disagreement);
            if (await ReceiveDataAsync(body, section, headers, cancellation) is { } problem)
                return problem;
        }

        return (body.Problem ?? FindMissing()) is { } refusal ? XapiProblem.Of(refusal) : null;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var file in _files.Values)
            await file.DisposeAsync();
    }

    private StatementError? FindDisagreement(PartHeaders headers)
    {
        if (!_statedByHash.TryGetValue(headers.Sha2, out var stated))
            return new UnexpectedPart(headers.Part);
        return stated.Select(one => headers.FindDisagreement(one.Attachment) is { } found ? found with { Index = one.Index } : null)
            .FirstOrDefault(found => found is not null);
    }

    private async Task<IResult?> ReceiveDataAsync(MultipartBody body, MultipartSection section, PartHeaders headers, CancellationToken cancellation)
    {
        // A part may come again, say once for each statement: it is checked as the first was, but one file is enough.
        if (_files.ContainsKey(headers.Sha2))
            return await ReceiveDataAsync(body, section, headers, Stream.Null, cancellation);

        var file = files.Receive();
        var isGood = false;
        try
        {
            var problem = await ReceiveDataAsync(body, section, headers, file.Content, cancellation);
            await file.FinishAsync(cancellation);
            isGood = problem is null && _files.TryAdd(headers.Sha2, file);
            return problem;
        }
        finally
        {
            if (!isGood)
                await file.DisposeAsync();
        }
    }

    private async Task<IResult?> ReceiveDataAsync(
        MultipartBody body, MultipartSection section, PartHeaders headers, Stream output, CancellationToken cancellation)
    {
        using var hash = new Sha2Hash(headers.Sha2.Length * 4);
        await using var hashing = new HashingStream(output, hash);
        var length = await CopyAsync(body, section, hashing, cancellation);
        if (body.Problem is not null)
            return XapiProblem.Of(body.Problem);
        if (length > options.MaxBytes)
            return XapiProblem.TooLarge($"An attachment is larger than {options.MaxBytes} bytes; send where it can be found, as its fileUrl.");
        // The hash vouches for the data. The length that the statement states is compared with the part's header only (FindDisagreement):
        // the standard asks no more, and in its own example of a signed statement it is not the length of the data.
        if (!headers.Sha2.Equals(hash.Finish(), StringComparison.OrdinalIgnoreCase))
            return XapiProblem.Of(new HashMismatch(headers.Part));
        return headers.ContentLength is { } stated && stated != length
            ? XapiProblem.Of(new InvalidPart(headers.Part, "Content-Length", "is not the number of bytes of the data"))
            : null;
    }

    // How many bytes the part has; of one that is too large no more is read.
    private async Task<long> CopyAsync(MultipartBody body, MultipartSection section, Stream output, CancellationToken cancellation)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(BufferBytes);
        try
        {
            var length = 0L;
            while (length <= options.MaxBytes && await body.ReadAsync(section, buffer, cancellation) is > 0 and var read)
            {
                length += read;
                await output.WriteAsync(buffer.AsMemory(0, read), cancellation);
            }

            return length;
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    private MissingAttachmentData? FindMissing() => Stated.AllOf(batch)
        .Where(stated => stated.Attachment.FileUrl is null && !_files.ContainsKey(stated.Attachment.Sha2))
        .Select(stated => new MissingAttachmentData($"{stated.Attachment.Path}.fileUrl") { Index = stated.Index })
        .FirstOrDefault();

    /// <summary>An attachment, and the place in the batch of the statement that states it.</summary>
    private sealed record Stated(int Index, AttachmentReference Attachment)
    {
        public static IEnumerable<Stated> AllOf(ParsedBatch batch) =>
            batch.Statements.SelectMany((statement, index) => statement.Attachments.Select(attachment => new Stated(index, attachment)));

        /// <summary>
        /// Of many attachments with one hash, those that a part has to be compared with to be compared with all: two that differ in what
        /// is compared are enough, since no part agrees with both.
        /// </summary>
        public static List<Stated> WhatParts(IEnumerable<Stated> all)
        {
            var list = all.ToList();
            return
            [
                .. list.DistinctBy(stated => stated.Attachment.MediaType, StringComparer.OrdinalIgnoreCase).Take(2),
                .. list.DistinctBy(stated => stated.Attachment.Length).Take(2),
            ];
        }
    }
}
