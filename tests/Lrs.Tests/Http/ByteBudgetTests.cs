using Lrs.Http;

namespace Lrs.Tests.Http;

public sealed class ByteBudgetTests
{
    private static readonly CancellationToken Patient = CancellationToken.None;

    [Fact]
    public async Task Serves_those_who_wait_in_the_order_in_which_they_came()
    {
        var budget = NewBudget(10);
        Assert.True(await budget.TryTakeAsync(8, Patient));
        var large = budget.TryTakeAsync(9, Patient).AsTask();
        // There is room for it, but who passes by large ones makes them wait for ever.
        var small = budget.TryTakeAsync(1, Patient).AsTask();
        Assert.False(small.IsCompleted);
        budget.Return(8);
        Assert.True(await large);
        Assert.True(await small);
    }

    [Fact]
    public async Task Serves_the_next_when_one_has_waited_in_vain()
    {
        var budget = NewBudget(10);
        Assert.True(await budget.TryTakeAsync(8, Patient));
        using var leaving = new CancellationTokenSource();
        var large = budget.TryTakeAsync(9, leaving.Token).AsTask();
        var small = budget.TryTakeAsync(1, Patient).AsTask();
        await leaving.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => large);
        Assert.True(await small);
    }

    [Fact]
    public async Task Says_no_when_nothing_became_free_in_time_and_then_has_taken_nothing()
    {
        var budget = NewBudget(10, TimeSpan.Zero);
        Assert.True(await budget.TryTakeAsync(8, Patient));
        Assert.False(await budget.TryTakeAsync(3, Patient));
        Assert.True(await budget.TryTakeAsync(2, Patient));
    }

    [Fact]
    public async Task Gives_all_it_has_to_who_wants_more_and_takes_no_more_back()
    {
        var budget = NewBudget(10, TimeSpan.Zero);
        Assert.True(await budget.TryTakeAsync(11, Patient));
        budget.Return(11);
        Assert.True(await budget.TryTakeAsync(10, Patient));
        Assert.False(await budget.TryTakeAsync(1, Patient));
    }

    [Fact]
    public async Task Never_gives_more_than_it_has_to_many_at_once()
    {
        var budget = NewBudget(100);
        var held = 0L;
        await Task.WhenAll(Enumerable.Range(1, 40).Select(async worker =>
        {
            for (var turn = 0; turn < 200; turn++)
            {
                Assert.True(await budget.TryTakeAsync(worker, Patient));
                Assert.InRange(Interlocked.Add(ref held, worker), 1, 100);
                await Task.Yield();
                Interlocked.Add(ref held, -worker);
                budget.Return(worker);
            }
        }));
        Assert.True(await budget.TryTakeAsync(100, Patient));
    }

    private static ByteBudget NewBudget(long bytes, TimeSpan? wait = null) => new(bytes, wait ?? Timeout.InfiniteTimeSpan, TimeProvider.System);
}
