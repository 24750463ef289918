using Microsoft.Extensions.Options;

namespace Lrs.Http;

/// <summary>There is no room for the body in memory, and there was none for as long as a request waits. Nothing is wrong with it.</summary>
internal sealed class NoRoomForBodyException() : Exception("Too many large requests at once. Send the same request again after a moment, or fewer statements at once.");

/// <summary>
/// Reads requests' bodies into memory, all of them together into no more than the settings allow. A body takes room for all of itself before it is
/// read, so that nobody waits with a half-read one in memory. Large ones, small ones and forms each have a part of the room, so that a batch of
/// usual size does not stand behind large ones, and nobody behind those who have not signed in. Tiny bodies need no room.
/// </summary>
internal sealed class RequestBodies(IOptions<RequestsOptions> options, TimeProvider clock)
{
    // With the byte that shows that more comes, sizes that the pool of arrays has.
    private const int Tiny = (64 * 1024) - 1;
    private const int Small = (1024 * 1024) - 1;

    private readonly ByteBudget _small = Part(options.Value, clock, 2);
    private readonly ByteBudget _large = Part(options.Value, clock, 5);
    private readonly ByteBudget _forms = Part(options.Value, clock, 1);

    /// <summary>Null if the body is larger than <paramref name="maxBytes"/>, of which no more than that was read.</summary>
    /// <exception cref="BadHttpRequestException">415: another Content-Encoding; 400: not what its Content-Encoding says.</exception>
    /// <exception cref="NoRoomForBodyException">503.</exception>
    public Task<RequestBody?> ReadAsync(HttpRequest request, int maxBytes, CancellationToken cancellation) =>
        ReadAsync(request, [Tiny, Small, maxBytes], RoomFor, cancellation);

    /// <summary>The same of the form of the alternate request syntax, of which nobody knows yet who sent it.</summary>
    public Task<RequestBody?> ReadFormAsync(HttpRequest request, int maxBytes, CancellationToken cancellation) =>
        ReadAsync(request, [Tiny, maxBytes], length => length <= Tiny ? null : _forms, cancellation);

    /// <summary>The same of a part of a body, whose length is unknown.</summary>
    public Task<RequestBody?> ReadPartAsync(Stream part, int maxBytes, CancellationToken cancellation) =>
        ReadAsync(part, length: null, [Tiny, Small, maxBytes], RoomFor, cancellation);

    private static async Task<RequestBody?> ReadAsync(HttpRequest request, int[] steps, Func<int, ByteBudget?> roomFor, CancellationToken cancellation)
    {
        if (request.ContentLength > steps[^1])
            return null;
        // What a body expands to is not known before.
        var length = request.Headers.ContentEncoding.Count > 0 ? null : (int?)request.ContentLength;
        await using var stream = RequestBody.Open(request, long.MaxValue);
        return await ReadAsync(stream, length, steps, roomFor, cancellation);
    }

    /// <param name="length">Null where it is not known: then there is room for each of the steps in turn, whose last is the limit.</param>
    private static async Task<RequestBody?> ReadAsync(
        Stream stream, int? length, int[] steps, Func<int, ByteBudget?> roomFor, CancellationToken cancellation)
    {
        var maxBytes = steps[^1];
        var body = new RequestBody();
        var isWhole = false;
        try
        {
            for (var most = length ?? Math.Min(steps[0], maxBytes); ; most = Math.Min(steps.First(step => step > most || step == maxBytes), maxBytes))
            {
                await body.GrowAsync(most, roomFor(most), cancellation);
                isWhole = await body.FillAsync(stream, cancellation);
                if (isWhole || most == maxBytes)
                    return isWhole ? body : null;
            }
        }
        finally
        {
            if (!isWhole)
                body.Dispose();
        }
    }

    // TRICKY: nobody waits for a kind of room who has some of that kind, and a body of unknown length goes from small to large and never back:
    // so who has large room never waits, and nobody waits in a ring.
    private ByteBudget? RoomFor(int length) => length <= Tiny ? null : length <= Small ? _small : _large;

    private static ByteBudget Part(RequestsOptions options, TimeProvider clock, int eighths) =>
        new(options.MaxBytesInMemory / 8 * eighths, options.WaitForMemoryAtMost, clock);
}
