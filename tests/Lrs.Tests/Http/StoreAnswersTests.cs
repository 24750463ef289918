using System.Net;
using Analytics.ClickHouse;
using Lrs.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace Lrs.Tests.Http;

public sealed class StoreAnswersTests
{
    private const int MemoryLimitExceeded = 241;

    public static TheoryData<Exception> Failures =>
    [
        new ClickHouseException(MemoryLimitExceeded, HttpStatusCode.InternalServerError, "Memory limit exceeded while executing: SELECT 'secret'"),
        new ClickHouseUnavailableException("ClickHouse went away."),
    ];

    [Theory]
    [MemberData(nameof(Failures))]
    public async Task Answers_503_with_a_sentence_and_when_to_come_again(Exception failure)
    {
        var context = new DefaultHttpContext { RequestServices = new ServiceCollection().BuildServiceProvider() };
        using var body = new MemoryStream();
        context.Response.Body = body;
        var answer = await StoreAnswers.AnswerAsync(context, NullLogger.Instance, () => throw failure);
        await answer.ExecuteAsync(context);
        Assert.Equal(StatusCodes.Status503ServiceUnavailable, context.Response.StatusCode);
        Assert.Equal("2", context.Response.Headers.RetryAfter.ToString());
        var text = System.Text.Encoding.UTF8.GetString(body.ToArray());
        Assert.Contains("end the same request again", text, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Leaves_a_bug_to_be_answered_as_one() =>
        await Assert.ThrowsAsync<InvalidOperationException>(
            () => StoreAnswers.AnswerAsync(new DefaultHttpContext(), NullLogger.Instance, () => throw new InvalidOperationException()));
}
