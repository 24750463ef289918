using Analytics;
using Analytics.Files;
using Lrs.Http;
using Lrs.Statements.Attachments;
using Lrs.Statements.Rules;
using Lrs.Statements.Signatures;
using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;

namespace Lrs.Statements;

/// <summary>Reads what a POST or PUT of the Statements resource brings: application/json, or multipart/mixed with the data of attachments.</summary>
internal sealed class StatementsReceiver(
    IOptions<StatementsOptions> statements, IOptions<AttachmentsOptions> attachments, RequestBodies bodies, AttachmentFiles files)
{
    public StatementsRequest NewRequest() => new(statements.Value, attachments.Value, bodies, files);
}

/// <summary>The statements of one request and the data of their attachments. It owns the memory and the files that they are in, until disposed.</summary>
internal sealed class StatementsRequest(StatementsOptions options, AttachmentsOptions limits, RequestBodies bodies, AttachmentFiles files) : IAsyncDisposable
{
    private readonly ParseLimits _parseLimits = new(options.MaxDepth, options.MaxStatements);
    private RequestBody? _body;
    private ReceivedAttachments? _attachments;

    /// <summary>Whose every rule is kept, and whose every attachment is there; asking before <see cref="ReadAsync"/> is a bug.</summary>
    public ParsedBatch Batch { get; private set; } = null!;

    /// <summary>The data of attachments by its hash.</summary>
    public IReadOnlyDictionary<string, IncomingFile> Files => _attachments?.Files ?? new Dictionary<string, IncomingFile>();

    /// <summary>Reads all of it. Null if it is good, else what to answer.</summary>
    public Task<IResult?> ReadAsync(HttpContext context, CancellationToken cancellation)
    {
        // xAPI Communication 3.2 knows no 415: a type that is not for statements is a 400.
        _ = MediaTypeHeaderValue.TryParse(context.Request.ContentType, out var type);
        var version = XapiVersionGate.Of(context);
        return type?.MediaType.Value?.ToLowerInvariant() switch
        {
            "application/json" => ReadJsonAsync(context.Request, version, cancellation),
            "multipart/mixed" => ReadMultipartAsync(context.Request, type, version, cancellation),
            _ => Task.FromResult<IResult?>(
                XapiProblem.BadRequest("Statements come as application/json, or with the data of attachments as multipart/mixed.", Spec.AttachmentData, "unsupported_media_type")),
        };
    }

    public async ValueTask DisposeAsync()
    {
        _body?.Dispose();
        if (_attachments is not null)
            await _attachments.DisposeAsync();
    }

    private async Task<IResult?> ReadJsonAsync(HttpRequest request, XapiVersion version, CancellationToken cancellation)
    {
        _body = await bodies.ReadAsync(request, options.MaxBodyBytes, cancellation);
        if (_body is null)
            return XapiProblem.TooLarge(options.MaxBodyBytes);
        var error = Parse(version) ?? AttachmentRules.FindWithoutFileUrl(Batch);
        return error is null ? null : XapiProblem.Of(error);
    }

    private async Task<IResult?> ReadMultipartAsync(HttpRequest request, MediaTypeHeaderValue type, XapiVersion version, CancellationToken cancellation)
    {
        await using var stream = RequestBody.Open(request, limits.MaxRequestBytes);
        if (!MultipartBody.Open(type, stream).TryGetValue(out var body, out var error))
            return XapiProblem.Of(error);
        if (await ReadStatementsPartAsync(body, version, cancellation) is { } problem)
            return problem;
        _attachments = new ReceivedAttachments(Batch, files, limits);
        return await _attachments.ReceiveAsync(body, cancellation) ?? await CheckSignaturesAsync(version, cancellation);
    }

    // xAPI Communication 1.5.2: the first part holds all the statements, and they alone decide before any data is read.
    private async Task<IResult?> ReadStatementsPartAsync(MultipartBody body, XapiVersion version, CancellationToken cancellation)
    {
        if (await body.NextAsync(cancellation) is not { } section)
            return XapiProblem.Of(body.Problem ?? new MalformedMultipart("holds no part; the first holds the statements"));
        if (!MediaTypeHeaderValue.TryParse(section.ContentType, out var type)
            || !type.MediaType.Equals("application/json", StringComparison.OrdinalIgnoreCase))
            return XapiProblem.Of(new InvalidPart(0, HeaderNames.ContentType, "must be application/json: the first part holds the statements"));
        _body = await body.ReadWholeAsync(section, bodies, options.MaxBodyBytes, cancellation);
        if (_body is null)
            return body.Problem is { } problem ? XapiProblem.Of(problem) : XapiProblem.TooLarge($"The first part is larger than {options.MaxBodyBytes} bytes; send fewer statements at once.");
        return Parse(version) is { } error ? XapiProblem.Of(error) : null;
    }

    private async Task<IResult?> CheckSignaturesAsync(XapiVersion version, CancellationToken cancellation)
    {
        var check = new SignatureCheck(version, _parseLimits, options.MaxBodyBytes);
        for (var i = 0; i < Batch.Statements.Count; i++)
        {
            if (await check.FindProblemAsync(Batch.Statements[i], Files, cancellation) is { } error)
                return XapiProblem.Of(error with { Index = i });
        }

        return null;
    }

    private StatementError? Parse(XapiVersion version)
    {
        using var span = Telemetry.Traces.StartActivity("parse");
        if (!StatementParser.Parse(_body!.Memory, version, _parseLimits).TryGetValue(out var batch, out var error))
            return error;
        Batch = batch;
        return null;
    }
}
