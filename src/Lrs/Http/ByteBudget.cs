namespace Lrs.Http;

/// <summary>So many bytes that may be taken at once. Who finds too few waits in the order of arrival, so that nobody is passed by for ever.</summary>
internal sealed class ByteBudget(long bytes, TimeSpan waitAtMost, TimeProvider clock)
{
    private readonly Lock _gate = new();
    private readonly LinkedList<Waiter> _waiting = [];
    private readonly long _all = bytes;
    private long _free = bytes;

    /// <summary>Takes the bytes; more than there are in all is all of them. False if they did not become free in time.</summary>
    public async ValueTask<bool> TryTakeAsync(long wanted, CancellationToken cancellation)
    {
        wanted = Math.Min(wanted, _all);
        LinkedListNode<Waiter> own;
        lock (_gate)
        {
            if (_waiting.Count == 0 && wanted <= _free)
            {
                _free -= wanted;
                return true;
            }

            own = _waiting.AddLast(new Waiter(wanted, new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously)));
        }

        var taken = own.Value.Taken.Task;
        await taken.WaitAsync(waitAtMost, clock, cancellation).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        lock (_gate)
        {
            // TRICKY: in the last moment it may have been served after all; then it is taken, and who was cancelled gives it back.
            if (taken.IsCompleted)
                return true;
            _waiting.Remove(own);
            Serve();
        }

        cancellation.ThrowIfCancellationRequested();
        return false;
    }

    /// <summary>Gives back what was taken.</summary>
    public void Return(long taken)
    {
        lock (_gate)
        {
            _free += Math.Min(taken, _all);
            Serve();
        }
    }

    private void Serve()
    {
        while (_waiting.First is { } first && first.Value.Wanted <= _free)
        {
            _free -= first.Value.Wanted;
            _waiting.RemoveFirst();
            first.Value.Taken.SetResult();
        }
    }

    private sealed record Waiter(long Wanted, TaskCompletionSource Taken);
}
