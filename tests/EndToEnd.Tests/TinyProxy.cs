using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Testing;

namespace EndToEnd.Tests;

/// <summary>
/// The least that a balancer does: it asks each process every tenth of a second whether it is ready, and sends each request once, to one that
/// was. It never sends a request again.
/// </summary>
internal sealed class TinyProxy : IAsyncDisposable
{
    private static readonly TimeSpan AskEvery = TimeSpan.FromMilliseconds(100);

    private readonly HttpClient _http = new(new SocketsHttpHandler { UseProxy = false, AllowAutoRedirect = false, PooledConnectionIdleTimeout = TimeSpan.FromMinutes(5) });
    private readonly CancellationTokenSource _end = new();
    private readonly Uri[] _processes;
    private readonly bool[] _isReady;
    private readonly WebApplication _app;
    private Task _asking = Task.CompletedTask;
    private int _next;

    private TinyProxy(Uri[] processes)
    {
        _processes = processes;
        _isReady = [.. processes.Select(_ => true)];
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        _app = builder.Build();
        _app.Run(ForwardAsync);
    }

    public Uri Address => new(_app.Urls.First());

    public static async Task<TinyProxy> StartAsync(IReadOnlyList<LrsProcess> processes)
    {
        var proxy = new TinyProxy([.. processes.Select(process => process.Address)]);
        await proxy._app.StartAsync();
        proxy._asking = proxy.AskAsync();
        return proxy;
    }

    public void Replace(int place, LrsProcess process) => Volatile.Write(ref _processes[place], process.Address);

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        await _asking;
        await _app.DisposeAsync();
        _http.Dispose();
        _end.Dispose();
    }

    private async Task AskAsync()
    {
        while (!_end.IsCancellationRequested)
        {
            for (var i = 0; i < _processes.Length; i++)
                Volatile.Write(ref _isReady[i], await IsReadyAsync(Volatile.Read(ref _processes[i])));
            await Task.Delay(AskEvery, _end.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task<bool> IsReadyAsync(Uri process)
    {
        try
        {
            using var answer = await _http.GetAsync(new Uri(process, "/health/ready"), _end.Token);
            return answer.IsSuccessStatusCode;
        }
        catch (Exception e) when (e is HttpRequestException or OperationCanceledException)
        {
            return false;
        }
    }

    private async Task ForwardAsync(HttpContext context)
    {
        var ready = Enumerable.Range(0, _processes.Length).Where(i => Volatile.Read(ref _isReady[i])).ToList();
        if (ready.Count == 0)
        {
            context.Response.StatusCode = StatusCodes.Status502BadGateway;
            return;
        }

        var process = Volatile.Read(ref _processes[ready[Interlocked.Increment(ref _next) % ready.Count]]);
        using var request = new HttpRequestMessage(new HttpMethod(context.Request.Method), new Uri(process, context.Request.Path + context.Request.QueryString));
        request.Content = new StreamContent(context.Request.Body);
        foreach (var (name, values) in context.Request.Headers)
        {
            if (!name.StartsWith("Content-", StringComparison.OrdinalIgnoreCase) || !request.Content.Headers.TryAddWithoutValidation(name, values.ToArray()))
                request.Headers.TryAddWithoutValidation(name, values.ToArray());
        }

        request.Headers.Host = null;
        using var answer = await _http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, context.RequestAborted);
        context.Response.StatusCode = (int)answer.StatusCode;
        context.Response.ContentType = answer.Content.Headers.ContentType?.ToString();
        await answer.Content.CopyToAsync(context.Response.Body, context.RequestAborted);
    }
}
