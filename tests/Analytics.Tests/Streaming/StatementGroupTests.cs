using System.Text;
using Analytics.Streaming;
using Analytics.Streaming.Embedded;
using Testing;

namespace Analytics.Tests.Streaming;

public sealed class StatementGroupTests
{
    private static readonly Guid Id = Guid.NewGuid();

    [Fact]
    public void Stores_an_id_once_however_many_requests_bring_it()
    {
        var (first, second) = (Request(Row(Id)), Request(Row(Id), Row(Guid.NewGuid())));
        var group = new StatementGroup([first, second]);
        group.Decide([]);
        Assert.Equal(2, group.New.Count);
        group.AnswerPublished();
        Assert.All([first, second], request => Assert.Equal(PublishOutcome.Published, request.Answered.Result().Outcome));
    }

    [Fact]
    public void Refuses_the_whole_request_that_brings_another_statement_under_an_id()
    {
        var (first, second) = (Request(Row(Id)), Request(Row(Guid.NewGuid()), Row(Id, "https://x.example/other")));
        var group = new StatementGroup([first, second]);
        group.Decide([]);
        Assert.Equal(Id, Assert.Single(group.New).Row.Id);
        Assert.Equal(new PublishResult(PublishOutcome.Conflict, Id), second.Answered.Result());
        Assert.False(first.Answered.IsCompleted);
    }

    [Fact]
    public void Decides_anew_when_it_is_tried_again_and_keeps_the_answers_given()
    {
        var (row, other) = (Row(Id), Row(Guid.NewGuid()));
        var (stored, conflict) = (Request(row, other), Request(Row(Id, "https://x.example/other")));
        var group = new StatementGroup([stored, conflict]);
        group.Decide([]);
        group.Decide(new() { [Id] = row.Row.Fingerprint });
        Assert.Equal(other.Row.Id, Assert.Single(group.New).Row.Id);
        group.AnswerPublished();
        group.AnswerUnavailable();
        Assert.Equal(PublishOutcome.Published, stored.Answered.Result().Outcome);
        Assert.Equal(PublishOutcome.Conflict, conflict.Answered.Result().Outcome);
    }

    private static PendingRequest Request(params PendingStatement[] statements) => new(statements);

    private static PendingStatement Row(Guid id, string activity = "https://x.example/1") => PendingStatement.Of(
        new AcceptedStatement(id, Encoding.UTF8.GetBytes(Posted.Statement(activity: activity)), "p", Some.Agent, "2.0.0"));
}

internal static class AnswerOfRequest
{
    public static PublishResult Result(this Task<PublishResult> answered) =>
        answered.IsCompletedSuccessfully ? answered.GetAwaiter().GetResult() : throw new InvalidOperationException("There is no answer yet.");
}
