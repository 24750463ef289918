using Lrs.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;

namespace Lrs.Tests.Http;

public sealed class RequestBodiesTests
{
    private const int KiB = 1024;
    private const int MiB = 1024 * KiB;
    private const int Largest = 3 * MiB;

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData((64 * KiB) - 1)]
    [InlineData(64 * KiB)]
    [InlineData(MiB - 1)]
    [InlineData(MiB)]
    [InlineData(Largest - 1)]
    [InlineData(Largest)]
    public async Task Reads_a_body_of_any_length_whether_or_not_it_says_it(int length)
    {
        var bodies = NewBodies();
        foreach (var isSaid in new[] { true, false })
        {
            using var body = await bodies.ReadAsync(Request(length, isSaid), Largest, CancellationToken.None);
            Assert.Equal(Bytes(length), body!.Memory.ToArray());
        }
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Reads_no_body_beyond_the_limit_and_keeps_no_room_of_it(bool isSaid)
    {
        var bodies = NewBodies(TimeSpan.Zero);
        for (var i = 0; i < 10; i++)
            Assert.Null(await bodies.ReadAsync(Request(Largest + 1, isSaid), Largest, CancellationToken.None));
        using var body = await bodies.ReadAsync(Request(Largest, isSaid), Largest, CancellationToken.None);
        Assert.NotNull(body);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Keeps_no_room_of_a_body_that_broke_off(bool isSaid)
    {
        var bodies = NewBodies(TimeSpan.Zero);
        for (var i = 0; i < 10; i++)
        {
            var request = Request(Largest, isSaid);
            request.Body = new BrokenStream(2 * MiB);
            await Assert.ThrowsAsync<IOException>(() => bodies.ReadAsync(request, Largest, CancellationToken.None));
        }

        using var body = await bodies.ReadAsync(Request(Largest, isSaid), Largest, CancellationToken.None);
        Assert.NotNull(body);
    }

    [Fact]
    public async Task A_large_body_waits_until_others_have_left_and_nothing_of_it_is_read()
    {
        var bodies = NewBodies();
        var first = await bodies.ReadAsync(Request(Largest, isSaid: true), Largest, CancellationToken.None);
        var second = await bodies.ReadAsync(Request(2 * MiB, isSaid: true), Largest, CancellationToken.None);
        var request = Request(Largest, isSaid: true);
        var third = bodies.ReadAsync(request, Largest, CancellationToken.None);
        Assert.False(third.IsCompleted);
        Assert.Equal(0, request.Body.Position);
        first!.Dispose();
        using var read = await third;
        Assert.Equal(Largest, read!.Memory.Length);
        second!.Dispose();
    }

    [Fact]
    public async Task Small_bodies_and_forms_do_not_stand_behind_large_ones()
    {
        var bodies = NewBodies(TimeSpan.Zero);
        using var large = await bodies.ReadAsync(Request(Largest, isSaid: true), Largest, CancellationToken.None);
        using var other = await bodies.ReadAsync(Request(2 * MiB, isSaid: true), Largest, CancellationToken.None);
        await Assert.ThrowsAsync<NoRoomForBodyException>(() => bodies.ReadAsync(Request(2 * MiB, isSaid: true), Largest, CancellationToken.None));
        using var small = await bodies.ReadAsync(Request(MiB - 1, isSaid: true), Largest, CancellationToken.None);
        using var form = await bodies.ReadFormAsync(Request(MiB, isSaid: false), MiB, CancellationToken.None);
        Assert.NotNull(form);
        // Nor do tiny ones stand behind small ones.
        using var second = await bodies.ReadAsync(Request(MiB - 1, isSaid: true), Largest, CancellationToken.None);
        await Assert.ThrowsAsync<NoRoomForBodyException>(() => bodies.ReadAsync(Request(100 * KiB, isSaid: true), Largest, CancellationToken.None));
        using var tiny = await bodies.ReadAsync(Request(60 * KiB, isSaid: false), Largest, CancellationToken.None);
        Assert.NotNull(tiny);
    }

    // Of 8 MiB: 2 for small ones, 5 for large ones, 1 for forms.
    private static RequestBodies NewBodies(TimeSpan? wait = null) => new(
        Options.Create(new RequestsOptions { MaxBytesInMemory = 8 * MiB, WaitForMemoryAtMost = wait ?? Timeout.InfiniteTimeSpan }), TimeProvider.System);

    private static HttpRequest Request(int length, bool isSaid)
    {
        var request = new DefaultHttpContext().Request;
        request.Body = new MemoryStream(Bytes(length));
        request.ContentLength = isSaid ? length : null;
        return request;
    }

    private static byte[] Bytes(int length)
    {
        var bytes = new byte[length];
        new Random(length).NextBytes(bytes);
        return bytes;
    }

    /// <summary>A connection that breaks after so many bytes.</summary>
    private sealed class BrokenStream(int bytes) : MemoryStream(new byte[bytes])
    {
        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
            await base.ReadAsync(buffer, cancellationToken) is > 0 and var read ? read : throw new IOException("The connection broke.");
    }
}
