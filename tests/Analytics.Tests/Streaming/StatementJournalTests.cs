using System.Text;
using Analytics.Streaming;
using Analytics.Streaming.Embedded;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Testing;

namespace Analytics.Tests.Streaming;

public sealed class StatementJournalTests : IDisposable
{
    private static readonly DateTimeOffset Before = new(2026, 11, 26, 1, 0, 0, TimeSpan.Zero);

    private readonly TestDirectory _directory = new();
    private DateTimeOffset _stored = Before;

    public void Dispose() => _directory.Dispose();

    [Fact]
    public void Gives_back_what_was_appended_in_order_and_nothing_once_it_was_closed_and_all_stored()
    {
        var (first, second) = (Group(2), Group(3));
        using (var journal = New())
        {
            Assert.Empty(journal.ReadLeft());
            journal.Append(first);
            journal.Append(second);
        }

        using var again = New();
        var left = again.ReadLeft();
        var all = first.Concat(second).Select(statement => statement.Row).ToList();
        Assert.Equal(all.Select(row => (row.Id, row.Stored)), left.Select(row => (row.Id, row.Stored)));
        Assert.Equal(all.Select(row => row.Columns.ToArray()), left.Select(row => row.Columns.ToArray()));
        again.Close(all[^1].Stored);
        Assert.Empty(Files());
    }

    [Theory]
    [InlineData(1)]
    [InlineData(300)]
    [InlineData(1_000)]
    public void Leaves_out_the_whole_group_in_which_the_power_went(int bytesLost)
    {
        var (whole, torn) = (Group(1), Group(4));
        using (var journal = New())
        {
            journal.ReadLeft();
            journal.Append(whole);
            journal.Append(torn);
        }

        var file = Assert.Single(Files());
        using (var stream = File.OpenWrite(file))
            stream.SetLength(stream.Length - bytesLost);
        Assert.Equal(whole[0].Row.Id, Assert.Single(New().ReadLeft()).Id);
    }

    [Fact]
    public void Leaves_out_a_group_whose_bytes_are_not_those_that_were_written()
    {
        var (whole, spoilt) = (Group(1), Group(1));
        using (var journal = New())
        {
            journal.ReadLeft();
            journal.Append(whole);
            journal.Append(spoilt);
        }

        using (var stream = File.OpenWrite(Assert.Single(Files())))
        {
            stream.Position = stream.Length - 5;
            stream.WriteByte(0);
        }

        Assert.Equal(whole[0].Row.Id, Assert.Single(New().ReadLeft()).Id);
    }

    [Fact]
    public void Writes_into_a_new_file_after_a_start_and_removes_the_old_one_when_all_of_it_is_stored()
    {
        var (old, fresh) = (Group(1), Group(1));
        using (var journal = New())
        {
            journal.ReadLeft();
            journal.Append(old);
        }

        using var again = New();
        again.ReadLeft();
        again.Append(fresh);
        Assert.Equal(2, Files().Length);
        again.Release(old[0].Row.Stored.AddMicroseconds(-1));
        Assert.Equal(2, Files().Length);
        again.Release(old[0].Row.Stored);
        Assert.Single(Files());
        Assert.Equal(fresh[0].Row.Id, Assert.Single(New().ReadLeft()).Id);
    }

    [Fact]
    public async Task Is_one_process_s_at_a_time()
    {
        var first = New();
        await first.TakeAsync(default);
        using var second = New();
        var taking = second.TakeAsync(default);
        Assert.False(taking.IsCompleted);
        first.Dispose();
        await taking;
    }

    private StatementJournal New() =>
        new(Options.Create(new DataOptions { Directory = _directory.Path }), NullLogger<StatementJournal>.Instance);

    private string[] Files() => Directory.GetFiles(Path.Combine(_directory.Path, "stream"));

    private List<PendingStatement> Group(int statements) =>
        [.. Enumerable.Range(0, statements).Select(_ =>
        {
            var id = Guid.NewGuid();
            var statement = PendingStatement.Of(new AcceptedStatement(id, Encoding.UTF8.GetBytes(Posted.Statement(id.ToString())), "p", Some.Agent, "2.0.0"));
            statement.Row.Stored = _stored = _stored.AddMicroseconds(1);
            return statement;
        })];
}
