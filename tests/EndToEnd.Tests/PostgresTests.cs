using System.Diagnostics;
using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Testing;

namespace EndToEnd.Tests;

/// <summary>The same service over PostgreSQL in the place of SQLite.</summary>
[Collection(PostgresFixture.Collection)]
public sealed class PostgresTests(PostgresFixture postgres)
{
    private const string Profile = "/xapi/agents/profile?profileId=p&agent=%7B%22mbox%22%3A%22mailto%3Aa%40x.example%22%7D";

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    [SkippableFact]
    public async Task What_one_process_keeps_another_one_finds_with_nothing_else_in_common()
    {
        var database = $"--LRS_DATABASE={postgres.CreateDatabase()}";
        using var here = new TestDirectory();
        using var there = new TestDirectory();
        // Both at once on an empty database: its tables, keys and times are made once.
        var starting = new[] { here, there }.Select(directory => LrsProcess.StartAsync(directory.Path, database));
        var processes = await Task.WhenAll(starting);
        await using var one = processes[0];
        await using var other = processes[1];

        var made = await one.Root.PostAsJsonAsync("/api/v1/credentials", new { provider = "belajar.id", scopes = new[] { "all" } });
        var credential = await made.EnsureSuccessStatusCode().Content.ReadFromJsonAsync<JsonElement>();
        using var platform = other.NewClient(credential.GetProperty("key").GetString()!, credential.GetProperty("secret").GetString()!);
        (await PutAsync(platform, "a", "*")).EnsureSuccessStatusCode();
        Assert.Equal("a", await one.NewClient(
            credential.GetProperty("key").GetString()!, credential.GetProperty("secret").GetString()!).GetStringAsync(Profile));
        Assert.False(File.Exists(Path.Combine(here.Path, "lrs.db")));

        // A session of one is a session of the other: the keys of cookies are there too.
        var user = new { userName = "siti", displayName = "Siti", password = "kata sandi yang panjang", role = "lan" };
        (await one.Root.PostAsJsonAsync("/api/v1/users", user)).EnsureSuccessStatusCode();
        using var browser = new HttpClient(new SocketsHttpHandler { UseProxy = false, UseCookies = false });
        var signedIn = await browser.PostAsJsonAsync(new Uri(one.Address, "/api/v1/session"), new { user.userName, user.password });
        using var ask = new HttpRequestMessage(HttpMethod.Get, new Uri(other.Address, "/api/v1/session"));
        ask.Headers.Add("Cookie", signedIn.Headers.GetValues("Set-Cookie").First().Split(';')[0]);
        Assert.Equal(HttpStatusCode.OK, (await browser.SendAsync(ask)).StatusCode);
    }

    [SkippableFact]
    public async Task While_it_is_away_requests_are_answered_503_and_afterwards_as_before()
    {
        postgres.Require();
        using var mine = new PostgresFixture();
        using var directory = new TestDirectory();
        await using var lrs = await LrsProcess.StartAsync(directory.Path, $"--LRS_DATABASE={mine.CreateDatabase()}");
        (await PutAsync(lrs.Root, "before", "*")).EnsureSuccessStatusCode();
        mine.Kill();
        var refused = await lrs.Root.GetAsync(Profile);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, refused.StatusCode);
        Assert.NotNull(refused.Headers.RetryAfter);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, (await PutAsync(lrs.Root, "while", "*")).StatusCode);

        mine.StartAgain();
        var since = Stopwatch.GetTimestamp();
        HttpResponseMessage again;
        while (!(again = await lrs.Root.GetAsync(Profile)).IsSuccessStatusCode && Stopwatch.GetElapsedTime(since) < Patience)
            await Task.Delay(50);
        Assert.Equal("before", await again.Content.ReadAsStringAsync());
        (await PutAsync(lrs.Root, "after", "*")).EnsureSuccessStatusCode();
    }

    /// <summary>docs/operations/backup.md: without the key among them every person would be a stranger.</summary>
    [SkippableFact]
    public async Task Put_back_from_a_dump_a_person_has_the_same_id_and_a_platform_its_documents()
    {
        using var directory = new TestDirectory();
        var (lost, found) = (postgres.CreateDatabase(), postgres.CreateDatabase());
        string person, dump;
        await using (var lrs = await LrsProcess.StartAsync(directory.Path, $"--LRS_DATABASE={lost}"))
        {
            await new NationApi(lrs).ImportPersonAsync("PGR", "198501012009011001", "Siti");
            person = await new NationApi(lrs).LookUpAsync("198501012009011001");
            (await PutAsync(lrs.Root, "kept", "*")).EnsureSuccessStatusCode();
            dump = postgres.Dump(lost);
        }

        postgres.Restore(dump, found);
        await using var again = await LrsProcess.StartAsync(directory.Path, $"--LRS_DATABASE={found}");
        Assert.Equal(person, await new NationApi(again).LookUpAsync("198501012009011001"));
        Assert.Equal("kept", await again.Root.GetStringAsync(Profile));
    }

    private static async Task<HttpResponseMessage> PutAsync(HttpClient client, string contents, string ifMatch)
    {
        using var request = new HttpRequestMessage(HttpMethod.Put, Profile) { Content = new StringContent(contents, Encoding.UTF8, "text/plain") };
        if ((await client.GetAsync(Profile)).StatusCode == HttpStatusCode.OK)
            request.Headers.TryAddWithoutValidation("If-Match", ifMatch);
        else
            request.Headers.TryAddWithoutValidation("If-None-Match", ifMatch);
        return await client.SendAsync(request);
    }
}
