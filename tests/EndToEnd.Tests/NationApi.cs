using System.Diagnostics;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Testing;

namespace EndToEnd.Tests;

/// <summary>What tests ask of a running service again and again, as LAN and as platforms do.</summary>
internal sealed class NationApi(LrsProcess lrs)
{
    public const string Password = "sandi-rahasia";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    public HttpClient Http { get; } = lrs.Root;

    public async Task ImportAsync(string table, params string[] lines)
    {
        using var content = new StringContent(string.Join("\r\n", lines), Encoding.UTF8, "text/csv");
        using var response = await Http.PostAsync($"/api/v1/imports/{table}", content);
        Assert.Equal(lines.Length - 1, (await response.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("accepted").GetInt32());
    }

    /// <summary>A PNS since 2009 and their agency.</summary>
    public async Task ImportPersonAsync(string agency, string nip, string name)
    {
        await ImportAsync("agencies", "agency_code,name,kind,timezone", $"{agency},Badan {agency},LEMBAGA,Asia/Jakarta");
        await ImportAsync("people", "nip,name,employment_type,agency_code,employed_from", $"{nip},{name},PNS,{agency},2009-01-01");
    }

    public async Task PostAsync(string json)
    {
        using var response = await Http.PostAsync("/xapi/statements", new StringContent(json, Encoding.UTF8, "application/json"));
        response.EnsureSuccessStatusCode();
    }

    public async Task<string> LookUpAsync(string nip)
    {
        using var response = await Http.PostAsJsonAsync("/api/v1/people/lookup", new { nip });
        return (await response.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("personId").GetString()!;
    }

    /// <summary>An administrator of an agency, signed in as the pages sign in.</summary>
    public async Task<HttpClient> SignInAsync(string agencyCode)
    {
        var userName = agencyCode.ToLowerInvariant();
        using var made = await Http.PostAsJsonAsync("/api/v1/users", new { userName, password = Password, role = "agency", agencyCode });
        var pages = new HttpClient(new SocketsHttpHandler { UseProxy = false }) { BaseAddress = lrs.Address };
        pages.DefaultRequestHeaders.Add("X-Requested-With", "lrs");
        using var signedIn = await pages.PostAsJsonAsync("/api/v1/session", new { userName, password = Password });
        signedIn.EnsureSuccessStatusCode();
        return pages;
    }

    public async Task<JsonElement> RunAsync(string job)
    {
        using var response = await Http.PostAsync($"/api/v1/jobs/{job}/runs?wait=true", null);
        var run = await response.Content.ReadFromJsonAsync<JsonElement>();
        Assert.Equal("succeeded", run.GetProperty("outcome").GetString());
        return run;
    }

    public async Task<JsonElement> WaitForAsync(string address, Func<JsonElement, bool> condition, HttpClient? client = null)
    {
        var started = Stopwatch.GetTimestamp();
        while (true)
        {
            var answer = await (client ?? Http).GetFromJsonAsync<JsonElement>(address);
            if (condition(answer))
                return answer;
            Assert.True(Stopwatch.GetElapsedTime(started) < Patience, $"{address} stayed at {answer}");
            await Task.Delay(100);
        }
    }
}
