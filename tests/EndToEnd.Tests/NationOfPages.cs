using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Testing;

namespace EndToEnd.Tests;

/// <summary>A regency whose people learnt last year and this, a platform that was refused once, and one user of each kind.</summary>
public sealed class NationOfPages(LrsFixture fixture) : IAsyncLifetime
{
    public const string Agency = "PAGES-7304";
    public const string Name = "Pemerintah Kabupaten Halaman";
    public const string Province = "76";
    public const string Unit = "Dinas Kesehatan";
    public const int Behind = 3;

    public const string Mended = """{"actor":{"mbox":"mailto:siti@halaman.example"},"verb":{"id":"http://adlnet.gov/expapi/verbs/completed"},"object":{"id":"https://lms.halaman.example/course/8"}}""";

    /// <summary>Of somebody with no minimum, so that what is done to their record changes nobody's standing.</summary>
    public const string NipWithoutMinimum = "198801012012011004";

    private const string Guidance = "https://halaman.example/bimbingan/1";
    private const string Course = "https://lms.halaman.example/course/7";
    public const string Provider = "lms-halaman";

    /// <summary>As platforms often send an address.</summary>
    public static string Refused => Mended.Replace("mailto:", "", StringComparison.Ordinal);

    /// <summary>The year that it is in Jakarta, by which the pages go.</summary>
    public static int Year => TimeZoneInfo.ConvertTime(TimeProvider.System.GetUtcNow(), TimeZoneInfo.FindSystemTimeZoneById("Asia/Jakarta")).Year;

    /// <summary>One for each window: a learner can be mapped once.</summary>
    public static string UnknownLearner(string language, int width) => $"belum-dikenal-{language}-{width}";

    public Task InitializeAsync() => FillAsync(new NationApi(fixture.Lrs));

    public Task DisposeAsync() => Task.CompletedTask;

    private async Task FillAsync(NationApi api)
    {
        string[] nips = ["198801012012011001", "198801012012011002", "198801012012011003", NipWithoutMinimum];
        await api.ImportAsync("agencies", "agency_code,name,kind,province_code,timezone", $"{Agency},{Name},KABUPATEN,{Province},Asia/Makassar");
        await api.ImportAsync("activities", "activity_iri,title,provider,form,jp,level", $"{Course},Dasar AI bagi ASN,{Provider},ELEARNING,10,NATIONAL",
            $"{Guidance},Bimbingan pelayanan,atasan-halaman,OJT,,NATIONAL");
        await api.ImportAsync("people", "nip,name,employment_type,agency_code,unit,position_group,employed_from",
            $"{nips[0]},Halaman Satu,PNS,{Agency},{Unit},JF,2012-01-01", $"{nips[1]},Halaman Dua,PPPK,{Agency},Badan Keuangan,JA,2012-01-01",
            $"{nips[2]},Halaman Tiga,PNS,{Agency},Badan Keuangan,JF,2012-01-01", $"{nips[3]},Halaman Empat,CPNS,{Agency},Badan Keuangan,JF,2012-01-01");
        await api.ImportAsync("identifiers", ["ifi_kind,ifi_value,nip", .. nips.Select(nip => $"mbox,mailto:{nip}@halaman.example,{nip}")]);
        // In the first minutes of each year, in Makassar: on New Year's Day, too, they are over.
        static string NewYear(int year, int minute) => $"{year}-01-01T00:{minute:D2}:00+08:00";
        var learnt = nips.Take(3).SelectMany((nip, person) => new[] { Year - 1, Year }.Select(year => Posted.Statement(
            $"0e0e0e0e-{year:D4}-4000-8000-00000000000{person}", Posted.Learner(nip), activity: Course, timestamp: NewYear(year, person))));
        var unknown = Visit.EveryWindow.Select((window, number) => Posted.Statement(
            $"0e0e0e0e-0000-4000-8000-00000000000{number}", $$"""{"mbox":"mailto:{{UnknownLearner((string)window[0], (int)window[1])}}@halaman.example"}""",
            activity: Course, timestamp: NewYear(Year, number)));
        var guided = Posted.Statement(
            $"0e0e0e0e-{Year:D4}-4000-8000-000000000009", Posted.Learner(NipWithoutMinimum), activity: Guidance, timestamp: NewYear(Year, 9));
        await api.PostAsync($"[{string.Join(',', learnt.Concat(unknown).Append(guided))}]");
        await BeRefusedAsync(api);
        await api.RunAsync("compute-compliance");

        var person = await api.LookUpAsync(nips[0]);
        await AddUserAsync(api, new { userName = "pages-lan", displayName = "Pengawas", password = Visit.Password, role = "lan" });
        await AddUserAsync(api, new { userName = "pages-agency", displayName = "Petugas", password = Visit.Password, role = "agency", agencyCode = Agency });
        await AddUserAsync(api, new { userName = "pages-vendor", displayName = "Pengembang", password = Visit.Password, role = "vendor", provider = Provider });
        await AddUserAsync(api, new { userName = "pages-asn", displayName = "Halaman Satu", password = Visit.Password, role = "asn", personId = person });
    }

    private async Task BeRefusedAsync(NationApi api)
    {
        using var made = await api.Http.PostAsJsonAsync("/api/v1/credentials", new { provider = Provider });
        var credential = await made.Content.ReadFromJsonAsync<JsonElement>();
        using var platform = fixture.Lrs.NewClient(credential.GetProperty("key").GetString()!, credential.GetProperty("secret").GetString()!);
        using var refused = await platform.PostAsync("/xapi/statements", new StringContent(Refused, Encoding.UTF8, "application/json"));
        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        // Counted within seconds.
        await api.WaitForAsync($"/api/v1/providers/{Provider}/intake", intake => intake.GetProperty("reasons").GetArrayLength() > 0);
    }

    private static async Task AddUserAsync(NationApi api, object user)
    {
        using var added = await api.Http.PostAsJsonAsync("/api/v1/users", user);
        // Another class of tests made them already: the service is the same for all.
        if (added.StatusCode != HttpStatusCode.Conflict)
            added.EnsureSuccessStatusCode();
    }
}
