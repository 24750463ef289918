using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json;
using Testing;
using Xunit.Abstractions;

namespace EndToEnd.Tests.IndependentReading;

/// <summary>
/// The service and an independent reading of the rules count the same: person by person, credit by credit, cut by cut, in random worlds.
/// The worlds change once they were counted, and are counted again. A failure names its seed; <c>LRS_READING_SEED</c> asks for that world again.
/// </summary>
[Collection(LrsCollection.Name)]
public sealed class IndependentReadingTests(LrsFixture fixture, ITestOutputHelper output)
{
    private static readonly int[] Years = [2023, 2024];
    private static readonly string[] Competencies = ["GEN.DIGLIT", "GEN.DATA", "GEN.CYBER", "GEN.PROBSOLV"];

    private readonly NationApi _api = new(fixture.Lrs);
    private readonly Dictionary<string, string> _personIds = [];

    [Fact]
    public Task Counts_as_an_independent_reading_does_in_a_known_world() => CompareAsync(20181, "BACA", new DateOnly(1965, 1, 1));

    [Fact]
    public Task Counts_as_an_independent_reading_does_in_a_world_never_seen_before()
    {
        var asked = Environment.GetEnvironmentVariable("LRS_READING_SEED");
        var seed = asked is null ? Random.Shared.Next() : int.Parse(asked, CultureInfo.InvariantCulture);
        output.WriteLine($"LRS_READING_SEED={seed}");
        return CompareAsync(seed, "ACAK", new DateOnly(1975, 1, 1));
    }

    private async Task CompareAsync(int seed, string name, DateOnly firstBorn)
    {
        var (world, random) = (Scenario.Make(seed, name, firstBorn, people: 60), new Random(seed));
        var late = Changes.HoldBack(world, random);
        await SendAsync(world, random);
        var claims = await CompareAsync(seed, world);

        foreach (var (nip, id, jp) in Changes.OfAVerifier(world, claims, random))
            await EnterAsync(nip, id, jp);
        Changes.OfTheRegistry(world, random);
        await ImportAsync(world, random);
        await PostAsync(late, random);
        world.Statements.AddRange(late);
        await CompareAsync(seed, world);
    }

    private async Task<Dictionary<string, List<Claim>>> CompareAsync(int seed, World world)
    {
        await _api.RunAsync("compute-compliance");
        var reading = new Reading(world);
        var claims = world.People.Keys.ToDictionary(nip => nip, reading.Count);
        foreach (var nip in world.People.Keys)
        {
            var person = _personIds.GetValueOrDefault(nip) ?? (_personIds[nip] = await _api.LookUpAsync(nip));
            foreach (var year in Years)
            {
                var answer = await _api.Http.GetFromJsonAsync<JsonElement>($"/api/v1/people/{person}/compliance?year={year}");
                Assert.Equal(
                    $"seed {seed}\n" + Expected(reading.SpellOn(nip, new DateOnly(year, 12, 31)), claims[nip], year),
                    $"seed {seed}\n" + Shown(answer));
            }
        }

        foreach (var year in Years)
            foreach (var agency in world.Agencies.Keys)
                Assert.Equal(
                    (seed, claims.Where(one => reading.SpellOn(one.Key, new DateOnly(year, 12, 31)).Agency == agency)
                        .Sum(one => Of(year, one.Value).Sum(claim => claim.Counted))),
                    (seed, (await _api.Http.GetFromJsonAsync<JsonElement>($"/api/v1/agencies/{agency}/compliance?year={year}"))
                        .GetProperty("countedJp").GetDecimal()));
        return claims;
    }

    /// <summary>Half of the statements before the registry knows anybody, half after; in any order, in batches, some of them twice.</summary>
    private async Task SendAsync(World world, Random random)
    {
        var statements = world.Statements.ToArray();
        random.Shuffle(statements);
        var half = statements.Length / 2;
        await PostAsync(statements[..half], random);
        await ImportAsync(world, random);
        await PostAsync(statements[half..], random);
        await PostAsync(random.GetItems(statements, 20).Distinct().ToArray(), random);
    }

    private async Task ImportAsync(World world, Random random)
    {
        await _api.ImportAsync("agencies", [.. Files.Agencies(world)]);
        await ImportInAnyOrderAsync("activities", Files.Activities(world), random);
        await ImportInAnyOrderAsync("people", Files.People(world), random);
        await ImportInAnyOrderAsync("identifiers", Files.Identifiers(world), random);
    }

    private async Task EnterAsync(string nip, Guid claim, decimal jp)
    {
        using var response = await _api.Http.PostAsJsonAsync(
            $"/api/v1/people/{_personIds[nip]}/manual-credits/{claim}", new { jp, reason = "Sesuai laporan" });
        response.EnsureSuccessStatusCode();
    }

    private Task ImportInAnyOrderAsync(string table, List<string> lines, Random random)
    {
        var rows = lines.Skip(1).ToArray();
        random.Shuffle(rows);
        return _api.ImportAsync(table, [lines[0], .. rows]);
    }

    private async Task PostAsync(Said[] statements, Random random)
    {
        for (var sent = 0; sent < statements.Length;)
        {
            var batch = statements.Skip(sent).Take(random.Next(1, 100)).ToList();
            await _api.PostAsync($"[{string.Join(',', batch.Select(Files.Statement))}]");
            sent += batch.Count;
        }
    }

    private static IEnumerable<Claim> Of(int year, List<Claim> claims) => claims.Where(claim => claim.Date.Year == year && !claim.IsDuplicate);

    private static string Expected(Spell spell, List<Claim> claims, int year)
    {
        var counting = Of(year, claims).ToList();
        var counted = counting.Sum(claim => claim.Counted);
        var status = spell.Exempt.Length > 0 ? "EXEMPT"
            : spell.Kind is not ("PNS" or "PPPK") ? "NOT_REQUIRED"
            : counted >= 20 ? "MET" : "UNMET";
        var credits = claims.Where(claim => claim.Date.Year == year).Select(claim => Line(
            claim.Said.Id.ToString(), claim.Date.ToString("O", CultureInfo.InvariantCulture), claim.Iri, claim.Form,
            claim.Registered.International ? "INTERNATIONAL" : "NATIONAL", claim.Claimed, claim.Converted, claim.Counted, claim.Cuts));
        var asked = spell.Kind switch { "PNS" => "20 ", "PPPK" => "20 24", _ => " " };
        var shown = Competencies.Select(code => $"{code} {Reading.ShownOn(code, claims, year):O}");
        return Text(
            year, spell.Kind, spell.Agency, $"{status} {asked}", counting.Sum(claim => claim.Claimed), counting.Sum(claim => claim.Converted), counted,
            credits.Concat(shown));
    }

    private static string Shown(JsonElement answer)
    {
        string Of(string property) => answer.GetProperty(property).GetString()!;
        decimal Jp(string property) => answer.GetProperty(property).GetDecimal();
        decimal? Asked(string property) => answer.GetProperty("requirement").GetProperty(property).Deserialize<decimal?>();
        var shown = answer.GetProperty("competencies").EnumerateArray()
            .Select(one => $"{one.GetProperty("competency").GetString()} {one.GetProperty("coveredOn").GetString()}");
        var credits = answer.GetProperty("credits").EnumerateArray().Select(credit =>
        {
            string TextOf(string property) => credit.GetProperty(property).GetString()!;
            var cuts = credit.GetProperty("reductions").EnumerateArray()
                .Select(cut => (cut.GetProperty("rule").GetString()!, cut.GetProperty("jp").GetDecimal()));
            return Line(
                TextOf("statementId"), TextOf("date"), TextOf("activityIri"), TextOf("form"), TextOf("level"), credit.GetProperty("claimedJp").GetDecimal(),
                credit.GetProperty("convertedJp").GetDecimal(), credit.GetProperty("countedJp").GetDecimal(), cuts);
        });
        return Text(
            answer.GetProperty("year").GetInt32(), Of("employmentType"), Of("agencyCode"), string.Create(CultureInfo.InvariantCulture, $"{Of("status")} {Asked("minJp"):0.####} {Asked("maxJp"):0.####}"),
            Jp("claimedJp"), Jp("convertedJp"), Jp("countedJp"), credits.Concat(shown));
    }

    private static string Text(
        int year, string kind, string agency, string status, decimal claimed, decimal converted, decimal counted, IEnumerable<string> lines) =>
        string.Create(CultureInfo.InvariantCulture, $"{year} {kind} {agency} {status} {claimed:0.####} {converted:0.####} {counted:0.####}\n")
        + string.Join('\n', lines);

    private static string Line(
        string id, string date, string iri, string form, string level, decimal claimed, decimal converted, decimal counted,
        IEnumerable<(string Rule, decimal Jp)> cuts) =>
        string.Create(CultureInfo.InvariantCulture, $"{id} {date} {iri} {form} {level} {claimed:0.####} {converted:0.####} {counted:0.####}")
        + string.Concat(cuts.Select(cut => string.Create(CultureInfo.InvariantCulture, $" {cut.Rule} {cut.Jp:0.####}")));
}
