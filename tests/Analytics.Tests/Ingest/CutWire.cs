using Analytics.ClickHouse;
using Testing;

namespace Analytics.Tests.Ingest;

/// <summary>A network between this process and ClickHouse that can be cut, or lose the answers of inserts into statements.</summary>
internal sealed class CutWire() : DelegatingHandler(new SocketsHttpHandler { UseProxy = false })
{
    public volatile bool IsCut;
    public volatile int LosesAnswersOfInserts;

    /// <summary>A database of its own behind this wire.</summary>
    public async Task<ClickHouseClient> ToNewDatabaseAsync(ClickHouseFixture clickHouse)
    {
        var made = await clickHouse.CreateDatabaseAsync();
        var name = (await made.QueryAsync<Name>("SELECT currentDatabase() AS database"))[0].Database;
        return new ClickHouseClient(new HttpClient(this), () => clickHouse.Engine.Connection with { Database = name });
    }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (IsCut)
            throw new HttpRequestException("The network is cut.");
        var response = await base.SendAsync(request, cancellationToken);
        if (LosesAnswersOfInserts == 0 || !request.RequestUri!.Query.Contains("INSERT%20INTO%20statements", StringComparison.Ordinal))
            return response;
        LosesAnswersOfInserts--;
        await response.Content.CopyToAsync(Stream.Null, cancellationToken);
        response.Dispose();
        throw new HttpRequestException("The answer was lost.");
    }

    private sealed record Name(string Database);
}
