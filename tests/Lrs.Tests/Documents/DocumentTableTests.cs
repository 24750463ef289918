using System.Text;
using Analytics.Relational;
using Lrs.Documents;
using Testing;

namespace Lrs.Tests.Documents;

/// <summary>The table alone: what HTTP cannot show.</summary>
public class DocumentTableTests : IDisposable
{
    private static readonly DateTimeOffset Noon = new(2026, 3, 14, 12, 0, 0, TimeSpan.Zero);
    private static readonly DocumentContext Context = new(DocumentResource.AgentProfile, "lms", "", "mailto:a@x.example", "");

    private readonly TemporaryStore _temporary;

    public DocumentTableTests()
        : this(new TemporaryStore())
    {
    }

    protected DocumentTableTests(TemporaryStore temporary) => _temporary = temporary;

    public void Dispose() => _temporary.Dispose();

    /// <summary>As two processes: neither knows what the other is doing but through the file.</summary>
    [SkippableFact]
    public async Task Changes_nothing_where_another_process_has_written_since()
    {
        using var other = new RelationalStore(_temporary.Data, TimeProvider.System);
        DocumentTable[] tables = [new(_temporary.Store), new(other)];
        var (first, second, third) = (Text("1"), Text("2"), Text("3"));
        Assert.True(await tables[0].TryKeepAsync(Context, "a", read: null, first, default));
        Assert.False(await tables[1].TryKeepAsync(Context, "a", read: null, second, default));
        Assert.True(await tables[1].TryKeepAsync(Context, "a", first, second, default));
        Assert.False(await tables[0].TryKeepAsync(Context, "a", first, third, default));
        Assert.False(await tables[0].TryKeepAsync(Context, "a", second with { ContentType = "image/png" }, third, default));
        Assert.False(await tables[0].TryDeleteAsync(Context, "a", first, default));
        Assert.Equal("2"u8.ToArray(), (await tables[0].FindAsync(Context, "a", default))!.Contents);
        Assert.True(await tables[0].TryDeleteAsync(Context, "a", second, default));
        Assert.Null(await tables[1].FindAsync(Context, "a", default));
    }

    [SkippableFact]
    public async Task Counts_every_increment_of_writers_in_two_processes()
    {
        using var other = new RelationalStore(_temporary.Data, TimeProvider.System);
        DocumentTable[] tables = [new(_temporary.Store), new(other)];
        await tables[0].TryKeepAsync(Context, "a", read: null, Text("0"), default);
        await Task.WhenAll(Enumerable.Range(0, 8).Select(writer => Task.Run(async () =>
        {
            for (var done = 0; done < 10;)
            {
                var read = (await tables[writer % 2].FindAsync(Context, "a", default))!;
                var next = int.Parse(Encoding.UTF8.GetString(read.Contents), System.Globalization.CultureInfo.InvariantCulture) + 1;
                // Between read and write the others have their turn: SQLite itself never waits.
                await Task.Yield();
                done += await tables[writer % 2].TryKeepAsync(Context, "a", read, Text($"{next}"), default) ? 1 : 0;
            }
        })));
        Assert.Equal("80"u8.ToArray(), (await tables[0].FindAsync(Context, "a", default))!.Contents);
    }

    /// <summary>xAPI Communication 2.3, 2.6, 2.7: since is exclusive.</summary>
    [SkippableFact]
    public async Task Lists_what_changed_after_a_moment_and_not_at_it()
    {
        var table = new DocumentTable(_temporary.Store);
        await table.TryKeepAsync(Context, "at", read: null, Text("1"), default);
        await table.TryKeepAsync(Context, "after", read: null, Text("2") with { UpdatedAt = Noon.AddMicroseconds(1) }, default);
        await table.TryKeepAsync(Context with { Agent = "mailto:b@x.example" }, "other", read: null, Text("3"), default);
        Assert.Equal(["after"], (await table.ListAsync(Context, Noon, default)).Select(document => document.Id));
        Assert.Equal(["after", "at"], (await table.ListAsync(Context, Noon.AddMicroseconds(-1), default)).Select(document => document.Id));
        Assert.Equal(Noon.AddMicroseconds(1), (await table.ListAsync(Context, DateTimeOffset.MinValue, default)).Max(document => document.UpdatedAt));
    }

    [SkippableFact]
    public async Task Keeps_documents_when_the_store_is_opened_again()
    {
        await new DocumentTable(_temporary.Store).TryKeepAsync(Context, "a", read: null, Document.Make("image/png", [0, 1, 255], Noon), default);
        var document = (await new DocumentTable(_temporary.Reopen()).FindAsync(Context, "a", default))!;
        Assert.Equal(("image/png", Noon), (document.ContentType, document.UpdatedAt));
        Assert.Equal([0, 1, 255], document.Contents);
    }

    private static Document Text(string contents) => Document.Make("text/plain", Encoding.UTF8.GetBytes(contents), Noon);
}

/// <summary>The same over PostgreSQL.</summary>
[Collection(PostgresFixture.Collection)]
public sealed class DocumentTableOnPostgresTests(PostgresFixture postgres) : DocumentTableTests(postgres.CreateStore());
