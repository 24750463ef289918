using System.Net;
using System.Text;
using Testing;

namespace Lrs.Tests.Access;

/// <summary>Every call × every caller × own and another's, against the running service.</summary>
/// <remarks>In one collection with the calls over PostgreSQL: a <see cref="Side"/> has the ids of one service at a time.</remarks>
[Collection(PostgresFixture.Collection)]
public sealed class AccessMatrixTests(AccessHost host) : IClassFixture<AccessHost>
{
    public static TheoryData<int, string> RowNumbers()
    {
        var data = new TheoryData<int, string>();
        foreach (var (row, number) in AccessMatrix.Rows.Select((row, number) => (row, number)))
            data.Add(number, row.Call);
        return data;
    }

    [Fact]
    public void Every_call_of_the_service_has_a_row_and_every_row_a_call() =>
        Assert.Equal(host.Calls, AccessMatrix.Rows.Select(row => row.Call).Distinct().Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(RowNumbers))]
    public async Task Nothing_is_reachable_that_the_matrix_does_not_allow(int number, string call)
    {
        var row = AccessMatrix.Rows[number];
        var wrong = new List<string>();
        foreach (var caller in AccessMatrix.Callers)
            foreach (var side in row.HasSides ? (Side[])[Side.Own, Side.Other] : [Side.Own])
                if (await FindWrongAsync(row, caller, side) is { } problem)
                    wrong.Add($"{caller}, {side.Mark}: {problem}");
        Assert.True(wrong.Count == 0, $"{call}\n{string.Join('\n', wrong)}");
    }

    [Fact]
    public async Task Every_look_at_a_person_s_record_is_in_the_log_with_who_and_their_agency()
    {
        var unlogged = new List<string>();
        foreach (var row in AccessMatrix.Rows.Where(row => row.ShowsRecord))
        {
            var before = await host.ReadsAsync(Side.Own);
            Assert.Null(await FindWrongAsync(row, "lan", Side.Own));
            if (await host.ReadsAsync(Side.Own) != before + 1)
                unlogged.Add(row.Call);
        }

        Assert.Empty(unlogged);
    }

    private async Task<string?> FindWrongAsync(AccessRow row, string caller, Side side)
    {
        using var request = new HttpRequestMessage(new HttpMethod(row.Method), await host.FillInAsync(row.Address, side, row.Allows(caller, side)));
        if (row.Body.Length > 0)
            request.Content = new StringContent(
                await host.FillInAsync(row.Body, side, row.Allows(caller, side)), Encoding.UTF8, row.Body.AsSpan().TrimStart()[0] is '{' or '[' ? "application/json" : "text/csv");
        using var answer = await host.As(caller).SendAsync(request);
        var body = await answer.Content.ReadAsStringAsync();
        if (row.Allows(caller, side) ? !row.IsLetIn(answer.StatusCode) : !IsRefusal(answer.StatusCode, row, caller, side))
            return $"{(row.Allows(caller, side) ? "allowed" : "not allowed")}, but {(int)answer.StatusCode} {body}";
        return answer.IsSuccessStatusCode && !row.ShowsOthersTo(caller)
            && Side.Other.Marks.FirstOrDefault(mark => body.Contains(mark, StringComparison.OrdinalIgnoreCase)) is { } seen
            ? $"sees {seen} in {body}"
            : null;
    }

    private static bool IsRefusal(HttpStatusCode status, AccessRow row, string caller, Side side) =>
        caller == "nobody"
            ? status == HttpStatusCode.Unauthorized
            : status == HttpStatusCode.Forbidden || (status == HttpStatusCode.NotFound && row.IsHidden && side == Side.Other);
}
