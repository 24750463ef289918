using System.Text;
using Testing;

namespace Lrs.Tests.Access;

/// <summary>The whole service over PostgreSQL; where that is missing its test is skipped.</summary>
public sealed class AccessHostOnPostgres(PostgresFixture postgres) : AccessHost(postgres.IsThere ? postgres.CreateDatabase() : null);

/// <summary>Every call once, by a caller who may: whatever SQL is behind it, PostgreSQL understands it too.</summary>
[Collection(PostgresFixture.Collection)]
public sealed class EveryCallOnPostgresTests(AccessHostOnPostgres host, PostgresFixture postgres) : IClassFixture<AccessHostOnPostgres>
{
    [SkippableFact]
    public async Task Every_call_is_answered_as_over_SQLite()
    {
        postgres.Require();
        var wrong = new List<string>();
        foreach (var row in AccessMatrix.Rows)
        {
            if (AccessMatrix.Callers.FirstOrDefault(caller => row.Allows(caller, Side.Own)) is not { } caller)
                continue;
            using var request = new HttpRequestMessage(new HttpMethod(row.Method), await host.FillInAsync(row.Address, Side.Own));
            if (row.Body.Length > 0)
                request.Content = new StringContent(
                    await host.FillInAsync(row.Body, Side.Own), Encoding.UTF8, row.Body.AsSpan().TrimStart()[0] is '{' or '[' ? "application/json" : "text/csv");
            using var answer = await host.As(caller).SendAsync(request);
            if (!row.IsLetIn(answer.StatusCode))
                wrong.Add($"{row.Call} as {caller}: {(int)answer.StatusCode} {await answer.Content.ReadAsStringAsync()}");
        }

        Assert.Empty(wrong);
    }
}
