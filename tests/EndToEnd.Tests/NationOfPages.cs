using System.Net.Http.Json;
using Microsoft.Playwright;
using Testing;

namespace EndToEnd.Tests;

/// <summary>A regency whose people learnt last year and this, one user of each kind, and a browser to look with.</summary>
public sealed class NationOfPages : IAsyncLifetime
{
    public const string Agency = "PAGES-7304";
    public const string Name = "Pemerintah Kabupaten Halaman";
    public const string Province = "76";
    public const string Unit = "Dinas Kesehatan";
    public const int Behind = 3;

    private const string Course = "https://lms.halaman.example/course/7";
    private const string Provider = "lms-halaman";

    private readonly SemaphoreSlim _one = new(1);
    private bool _isFilled;
    private IPlaywright? _playwright;

    public static int Year => TimeProvider.System.GetUtcNow().Year;

    public IBrowser? Browser { get; private set; }

    /// <summary>Of each language its own: a learner can be mapped once.</summary>
    public string UnknownLearner(string language) => $"belum-dikenal-{language}";

    public async Task InitializeAsync()
    {
        if (Chromium.Find() is not { } chromium)
            return;
        _playwright = await Playwright.CreateAsync();
        Browser = await _playwright.Chromium.LaunchAsync(new() { ExecutablePath = chromium, Args = Chromium.Arguments });
    }

    public async Task DisposeAsync()
    {
        if (Browser is not null)
            await Browser.DisposeAsync();
        _playwright?.Dispose();
        _one.Dispose();
    }

    /// <summary>Once, by whichever test comes first.</summary>
    public async Task FillAsync(LrsProcess lrs)
    {
        await _one.WaitAsync();
        try
        {
            if (!_isFilled)
                await FillOnceAsync(new NationApi(lrs));
            _isFilled = true;
        }
        finally
        {
            _one.Release();
        }
    }

    private async Task FillOnceAsync(NationApi api)
    {
        string[] nips = ["198801012012011001", "198801012012011002", "198801012012011003", "198801012012011004"];
        await api.ImportAsync("agencies", "agency_code,name,kind,province_code,timezone", $"{Agency},{Name},KABUPATEN,{Province},Asia/Makassar");
        await api.ImportAsync("activities", "activity_iri,title,provider,form,jp,level", $"{Course},Dasar AI bagi ASN,{Provider},ELEARNING,10,NATIONAL");
        await api.ImportAsync("people", "nip,name,employment_type,agency_code,unit,position_group,employed_from",
            $"{nips[0]},Halaman Satu,PNS,{Agency},{Unit},JF,2012-01-01", $"{nips[1]},Halaman Dua,PPPK,{Agency},Badan Keuangan,JA,2012-01-01",
            $"{nips[2]},Halaman Tiga,PNS,{Agency},Badan Keuangan,JF,2012-01-01", $"{nips[3]},Halaman Empat,CPNS,{Agency},Badan Keuangan,JF,2012-01-01");
        await api.ImportAsync("identifiers", ["ifi_kind,ifi_value,nip", .. nips.Select(nip => $"mbox,mailto:{nip}@halaman.example,{nip}")]);
        var learnt = nips.Take(3).SelectMany((nip, person) => new[] { Year - 1, Year }.Select(year => Posted.Statement(
            $"0e0e0e0e-{year:D4}-4000-8000-00000000000{person}", Posted.Learner(nip), activity: Course, timestamp: $"{year}-01-0{5 + person}T03:00:00Z")));
        var unknown = new[] { "id", "en" }.Select((language, number) => Posted.Statement(
            $"0e0e0e0e-0000-4000-8000-00000000000{number}", $$"""{"mbox":"mailto:{{UnknownLearner(language)}}@halaman.example"}""",
            activity: Course, timestamp: $"{Year}-01-06T03:00:00Z"));
        await api.PostAsync($"[{string.Join(',', learnt.Concat(unknown))}]");
        await api.RunAsync("compute-compliance");

        var person = await api.LookUpAsync(nips[0]);
        await AddUserAsync(api, new { userName = "pages-lan", displayName = "Pengawas", password = Visit.Password, role = "lan" });
        await AddUserAsync(api, new { userName = "pages-agency", displayName = "Petugas", password = Visit.Password, role = "agency", agencyCode = Agency });
        await AddUserAsync(api, new { userName = "pages-vendor", displayName = "Pengembang", password = Visit.Password, role = "vendor", provider = Provider });
        await AddUserAsync(api, new { userName = "pages-asn", displayName = "Halaman Satu", password = Visit.Password, role = "asn", personId = person });
    }

    private static async Task AddUserAsync(NationApi api, object user)
    {
        using var added = await api.Http.PostAsJsonAsync("/api/v1/users", user);
        added.EnsureSuccessStatusCode();
    }
}
