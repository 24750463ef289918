using System.Net.Http.Json;
using Microsoft.Playwright;
using Testing;

namespace EndToEnd.Tests;

/// <summary>Pages hold with what registries really have: names in any script, titles without end, nobody, one person, a year without learning.</summary>
[Collection(LrsCollection.Name)]
public sealed class HardDataTests(LrsFixture fixture, PagesBrowser browser) : IAsyncLifetime
{
    private const string Agency = "HARD-9471";
    private const string Empty = "HARD-0";
    private const string Nip = "197701012005011001";
    private const string Course = "https://lms.hard.example/course/1";
    private const string Name = "Ni Luh ᬩᬮᬶ ꦗꦮ 李明 نور الهدى Ñandú Łukasz-Ḥāfiẓ Wirasaputrakusumawardhanidiningratsastroamidjojo";

    private static readonly string Title = string.Concat(Enumerable.Repeat("Pelatihan", 22)) + " 学习"; // 201 characters, and no place to break
    private static readonly int Year = TimeProvider.System.GetUtcNow().Year;

    private string _person = "";

    public Task InitializeAsync() => FillAsync(new NationApi(fixture.Lrs));

    public Task DisposeAsync() => Task.CompletedTask;

    [SkippableFact]
    public async Task One_person_with_a_name_in_many_scripts_and_an_endless_title_fits()
    {
        await using var visit = await Visit.SignInAsync(browser.Require(), fixture.Lrs, "hard-lan", "id", 375);
        await GoAsync(visit, $"/agencies/{Agency}?status=ALL");
        await Assertions.Expect(visit.Page.GetByTestId("person-row")).ToContainTextAsync(Name);
        await visit.LookAsync("hard-agency");
        await GoAsync(visit, $"/people/{_person}?year={Year}");
        await Assertions.Expect(visit.Page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync(Name);
        await Assertions.Expect(visit.Page.GetByTestId("credit-row")).ToContainTextAsync(Title);
        await visit.LookAsync("hard-transcript");
        visit.HadNoFaults();
    }

    [SkippableFact]
    public async Task Learning_at_new_year_in_Jayapura_is_of_the_new_year()
    {
        await using var visit = await Visit.SignInAsync(browser.Require(), fixture.Lrs, "hard-lan", "en");
        await GoAsync(visit, $"/people/{_person}?year={Year}");
        await Assertions.Expect(visit.Page.GetByTestId("credit-row")).ToContainTextAsync("1 Jan");
        await GoAsync(visit, $"/people/{_person}?year={Year - 1}");
        await Assertions.Expect(visit.Page.GetByTestId("credits")).ToBeVisibleAsync();
        await Assertions.Expect(visit.Page.GetByTestId("credit-row")).ToHaveCountAsync(0);
        visit.HadNoFaults();
    }

    [SkippableTheory]
    [InlineData($"/agencies/{Empty}")]
    [InlineData($"/agencies/{Agency}?year=2018")]
    [InlineData("/?year=2018")]
    public async Task Where_nobody_is_or_nothing_was_learnt_there_are_words(string address)
    {
        await using var visit = await Visit.SignInAsync(browser.Require(), fixture.Lrs, "hard-lan", "en", 375);
        await GoAsync(visit, address);
        await Assertions.Expect(visit.Page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToBeVisibleAsync();
        await visit.HasLoadedAsync();
        await Assertions.Expect(visit.Page.GetByRole(AriaRole.Main)).Not.ToContainTextAsync("NaN");
        await Assertions.Expect(visit.Page.GetByRole(AriaRole.Main)).Not.ToContainTextAsync("undefined");
        visit.HadNoFaults();
    }

    private Task GoAsync(Visit visit, string address) => visit.Page.GotoAsync(new Uri(fixture.Lrs.Address, address).ToString());

    /// <summary>The same again for each test: what is there already is left as it was.</summary>
    private async Task FillAsync(NationApi api)
    {
        await api.ImportAsync("agencies", "agency_code,name,kind,timezone",
            $"{Agency},Pemerintah Kota {Title},KOTA,Asia/Jayapura", $"{Empty},Badan Tanpa Pegawai,LEMBAGA,Asia/Jakarta");
        await api.ImportAsync("activities", "activity_iri,title,form,jp,level", $"{Course},{Title},KURSUS,4,NATIONAL");
        await api.ImportAsync("people", "nip,name,employment_type,agency_code,unit,position_group,employed_from",
            $"{Nip},{Name},PNS,{Agency},{Title},JF,2005-01-01");
        // Half past midnight in Jayapura; in Jakarta it is still the old year.
        await api.PostAsync(Posted.Statement("0d0d0d0d-0000-4000-8000-000000000001", Posted.Learner(Nip), activity: Course, timestamp: $"{Year - 1}-12-31T15:30:00Z"));
        await api.RunAsync("compute-compliance");
        _person = await api.LookUpAsync(Nip);
        using var made = await api.Http.PostAsJsonAsync("/api/v1/users", new { userName = "hard-lan", displayName = Name, password = Visit.Password, role = "lan" });
    }
}
