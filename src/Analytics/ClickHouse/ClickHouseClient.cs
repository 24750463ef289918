using System.Buffers;
using System.Net;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;

namespace Analytics.ClickHouse;

/// <summary>
/// A thin client of ClickHouse's HTTP interface: streams both ways, binds parameters on the server, compresses where the network
/// is more than loopback, and reports ClickHouse's own error code.
/// </summary>
public sealed class ClickHouseClient(HttpClient http, Func<ClickHouseConnection> connection)
{
    private const int FirstBufferBytes = 1 << 16;
    private const int FlushBytes = 1 << 19;

    /// <summary>Rows as objects: columns in snake_case, properties in PascalCase.</summary>
    private static readonly JsonSerializerOptions RowOptions = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        NumberHandling = System.Text.Json.Serialization.JsonNumberHandling.AllowReadingFromString,
        RespectNullableAnnotations = true,
    };

    /// <summary>Makes the client that the process shares; connections are pooled and renewed so that a restarted engine is found.</summary>
    public static HttpClient CreateHttp() => new(new SocketsHttpHandler
    {
        PooledConnectionIdleTimeout = TimeSpan.FromSeconds(5),
        AutomaticDecompression = DecompressionMethods.All,
        ConnectTimeout = TimeSpan.FromSeconds(5),
        UseProxy = false,
    })
    {
        Timeout = Timeout.InfiniteTimeSpan,
    };

    /// <summary>Runs a statement that answers no rows.</summary>
    public async Task ExecuteAsync(string sql, QueryParameters? parameters = null, CancellationToken cancellation = default)
    {
        using var response = await SendQueryAsync(sql, parameters, cancellation);
        await EndAsync(response, cancellation);
    }

    /// <summary>Runs a query and reads its rows into <typeparamref name="T"/> by column name. For answers of modest size.</summary>
    public async Task<List<T>> QueryAsync<T>(string sql, QueryParameters? parameters = null, CancellationToken cancellation = default)
    {
        var rows = new List<T>();
        await foreach (var row in StreamAsync<T>(sql, parameters, cancellation))
            rows.Add(row);
        return rows;
    }

    /// <summary>As <see cref="QueryAsync{T}"/>, a row at a time while ClickHouse still computes.</summary>
    public async IAsyncEnumerable<T> StreamAsync<T>(
        string sql, QueryParameters? parameters = null, [EnumeratorCancellation] CancellationToken cancellation = default)
    {
        using var response = await SendQueryAsync(sql + "\nFORMAT JSONEachRow", parameters, cancellation);
        await using var stream = await response.Content.ReadAsStreamAsync(cancellation);
        await using var rows = JsonSerializer.DeserializeAsyncEnumerable<T>(stream, topLevelValues: true, RowOptions, cancellation)
            .GetAsyncEnumerator(cancellation);
        while (await ReachAsync(() => rows.MoveNextAsync().AsTask(), cancellation))
            yield return rows.Current!;
    }

    /// <summary>
    /// Streams rows in ClickHouse's RowBinary, the cheapest form for millions of rows; <paramref name="read"/> reads one row's columns
    /// in the order and types of the SELECT.
    /// </summary>
    public async IAsyncEnumerable<T> StreamBinaryAsync<T>(
        string sql, QueryParameters? parameters, RowBinaryRead<T> read, [EnumeratorCancellation] CancellationToken cancellation = default)
    {
        using var response = await SendQueryAsync(sql + "\nFORMAT RowBinary", parameters, cancellation);
        await using var stream = await response.Content.ReadAsStreamAsync(cancellation);
        using var rows = new RowBinaryStream(stream);
        var page = new List<T>();
        while (await ReachAsync(() => rows.ReadPageAsync(read, page, cancellation), cancellation))
        {
            foreach (var row in page)
                yield return row;
        }
    }

    /// <summary>Streams rows in ClickHouse's Native form: <paramref name="read"/> is called once for each block, with its number of rows.</summary>
    internal async Task ReadBlocksAsync(
        string sql, QueryParameters? parameters, Action<NativeReader, int> read, CancellationToken cancellation = default)
    {
        using var response = await SendQueryAsync(sql + "\nFORMAT Native", parameters, cancellation);
        await using var stream = await response.Content.ReadAsStreamAsync(cancellation);
        using var blocks = new NativeReader(stream);
        await ReachAsync(
            () =>
            {
                while (blocks.ReadBlock() is { } rows)
                {
                    cancellation.ThrowIfCancellationRequested();
                    read(blocks, rows);
                }

                return Task.FromResult(true);
            },
            cancellation);
    }

    /// <summary>
    /// Inserts the rows that <paramref name="write"/> puts on the stream. When this returns, ClickHouse has them durably, in one block
    /// if they are fewer than its block size: all or none.
    /// </summary>
    /// <param name="insert">For example <c>INSERT INTO statements (id, raw) FORMAT RowBinary</c>. Never holds a value.</param>
    public Task InsertAsync(string insert, Func<Stream, CancellationToken, Task> write, CancellationToken cancellation = default) =>
        InsertAsync(insert, write, address: null, cancellation);

    private async Task InsertAsync(string insert, Func<Stream, CancellationToken, Task> write, InsertAddress? address, CancellationToken cancellation)
    {
        var target = connection();
        using var request = new HttpRequestMessage(HttpMethod.Post, AddressOf(target, "&query=" + Uri.EscapeDataString(insert) + address?.Query))
        {
            Content = new WrittenContent(write, compress: !target.Address.IsLoopback),
        };
        using var response = await SendAsync(request, target, cancellation);
        await EndAsync(response, cancellation);
    }

    /// <summary>Inserts rows as RowBinary, a buffer at a time; <paramref name="write"/> writes one row's columns in the order of the INSERT.</summary>
    public Task InsertBinaryAsync<T>(string insert, IEnumerable<T> rows, Action<RowBinaryWriter, T> write, CancellationToken cancellation = default) =>
        InsertBinaryAsync(insert, rows, write, address: null, cancellation);

    /// <summary>The same, with a query id and parameters of the INSERT.</summary>
    internal Task InsertBinaryAsync<T>(
        string insert, IEnumerable<T> rows, Action<RowBinaryWriter, T> write, InsertAddress? address, CancellationToken cancellation) =>
        InsertAsync(insert, async (stream, token) =>
        {
            var buffer = new ArrayBufferWriter<byte>(FirstBufferBytes);
            var writer = new RowBinaryWriter(buffer);
            foreach (var row in rows)
            {
                write(writer, row);
                if (buffer.WrittenCount < FlushBytes)
                    continue;
                await stream.WriteAsync(buffer.WrittenMemory, token);
                buffer.ResetWrittenCount();
            }

            await stream.WriteAsync(buffer.WrittenMemory, token);
        }, address, cancellation);

    /// <summary>Inserts objects as JSONEachRow, columns in snake_case. For thousands of rows; for millions use RowBinary.</summary>
    public Task InsertAsync<T>(string table, IEnumerable<T> rows, CancellationToken cancellation = default) =>
        InsertAsync($"INSERT INTO {table} FORMAT JSONEachRow", async (stream, token) =>
        {
            foreach (var row in rows)
            {
                await JsonSerializer.SerializeAsync(stream, row, RowOptions, token);
                stream.WriteByte((byte)'\n');
            }
        }, cancellation);

    private Task<HttpResponseMessage> SendQueryAsync(string sql, QueryParameters? parameters, CancellationToken cancellation)
    {
        var target = connection();
        var tables = string.Concat(parameters?.Tables.Select(table =>
            $"&{table.Name}_format=RowBinary&{table.Name}_structure={Uri.EscapeDataString(table.Structure)}") ?? []);
        var request = new HttpRequestMessage(HttpMethod.Post, AddressOf(target, tables));
        if (parameters is null)
        {
            request.Content = new StringContent(sql, Encoding.UTF8);
        }
        else
        {
            var form = new MultipartFormDataContent { { new StringContent(sql, Encoding.UTF8), "query" } };
            foreach (var (name, value) in parameters)
                form.Add(new StringContent(value, Encoding.UTF8), name);
            foreach (var table in parameters.Tables)
                form.Add(new ReadOnlyMemoryContent(table.Rows), table.Name, table.Name);
            request.Content = form;
        }

        return SendAsync(request, target, cancellation);
    }

    private static Uri AddressOf(ClickHouseConnection target, string rest)
    {
        // Said either way: ClickHouse compresses by itself, and between two processes of one machine that costs more than it spares.
        var compression = target.Address.IsLoopback ? "&enable_http_compression=0" : "&enable_http_compression=1";
        return new Uri(target.Address, $"/?database={Uri.EscapeDataString(target.Database)}{compression}{target.Settings}{rest}");
    }

    private async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, ClickHouseConnection target, CancellationToken cancellation)
    {
        request.Headers.Add("X-ClickHouse-User", target.User);
        request.Headers.Add("X-ClickHouse-Key", target.Password);
        var response = await ReachAsync(() => http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellation), cancellation);
        if (response.IsSuccessStatusCode)
            return response;

        using (response)
            throw ClickHouseException.From(response, await ReachAsync(() => response.Content.ReadAsStringAsync(cancellation), cancellation));
    }

    // The answer of a statement without rows: it ran to its end only if the answer has one.
    private static Task<bool> EndAsync(HttpResponseMessage response, CancellationToken cancellation) => ReachAsync(
        async () =>
        {
            await response.Content.CopyToAsync(Stream.Null, cancellation);
            return true;
        },
        cancellation);

    // It can go away at any byte: while it is connected to, in the middle of an answer, by an error or by silence until a timeout.
    private static async Task<T> ReachAsync<T>(Func<Task<T>> work, CancellationToken cancellation)
    {
        try
        {
            return await work();
        }
        catch (Exception e) when (e is HttpRequestException or IOException
            || (e is OperationCanceledException && !cancellation.IsCancellationRequested))
        {
            throw new ClickHouseUnavailableException("ClickHouse cannot be reached, or went away while it answered.", e);
        }
    }
}

/// <summary>What an INSERT carries in its address beside itself, its body being the rows. Never personal data.</summary>
internal sealed record InsertAddress(string QueryId, QueryParameters Parameters)
{
    public string Query => $"&query_id={QueryId}" + string.Concat(Parameters.Select(parameter => $"&{parameter.Key}={Uri.EscapeDataString(parameter.Value)}"));
}
