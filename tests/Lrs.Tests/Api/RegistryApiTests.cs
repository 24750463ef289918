using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Analytics.Registry;
using Analytics.Relational;
using Dapper;
using Lrs.Api;
using Lrs.Auth;
using Lrs.Tests.Auth;
using Lrs.Tests.NationalDemo;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Samples.Registry;
using Testing;

namespace Lrs.Tests.Api;

[Collection(ClickHouseFixture.Collection)]
public sealed class RegistryApiTests(ClickHouseFixture clickHouse) : IAsyncLifetime
{
    private const string Agencies = "agency_code,name,kind,timezone\nA,Kementerian A,KEMENTERIAN,Asia/Jakarta\nB,Kota B,KOTA,Asia/Jayapura\n";
    private const string Siti = "198501012010011001";
    private const string Budi = "199002022015022002";

    private readonly TemporaryStore _temporary = new();
    private WebApplication _app = null!;

    public async Task InitializeAsync()
    {
        var builder = WebApplication.CreateBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseTestServer();
        builder.Configuration.AddInMemoryCollection([
            new("LRS_DATA", _temporary.Directory), new("LRS_ROOT_KEY", AuthHost.RootKey), new("LRS_ROOT_SECRET", AuthHost.RootSecret)]);
        builder.Services.AddSingleton(await clickHouse.CreateDatabaseAsync()).AddRelationalStore().AddRegistry().AddAuth();
        _app = builder.Build();
        _app.MapAuth();
        _app.MapRegistry();
        await _app.StartAsync();
    }

    public async Task DisposeAsync()
    {
        await _app.StopAsync();
        await _app.DisposeAsync();
        _temporary.Dispose();
    }

    [Fact]
    public async Task Answers_an_import_with_what_was_accepted_and_each_rejected_row()
    {
        var answer = await ImportAsync(Root(), "agencies", Agencies + "C,Kota C,DESA,Asia/Jakarta\n");

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        var body = await answer.Content.ReadFromJsonAsync<JsonElement>();
        Assert.Equal(2, body.GetProperty("accepted").GetInt64());
        var rejected = Assert.Single(body.GetProperty("rejected").EnumerateArray());
        Assert.Equal((4, "kind"), (rejected.GetProperty("line").GetInt32(), rejected.GetProperty("column").GetString()));
        Assert.NotEmpty(rejected.GetProperty("reason").GetString()!);
    }

    [Theory]
    [InlineData("agencies", "text/csv", "agency_code,name\n", HttpStatusCode.BadRequest)]
    [InlineData("agencies", "application/json", "{}", HttpStatusCode.UnsupportedMediaType)]
    [InlineData("agencies", "text/csv; charset=iso-8859-1", Agencies, HttpStatusCode.UnsupportedMediaType)]
    [InlineData("agencies", "text/csv; charset=UTF-8", Agencies, HttpStatusCode.OK)]
    [InlineData("0", "text/csv", Agencies, HttpStatusCode.NotFound)]
    public async Task Takes_only_CSV_that_names_its_columns(string table, string type, string body, HttpStatusCode expected)
    {
        var answer = await ImportAsync(Root(), table, body, type);

        Assert.Equal(expected, answer.StatusCode);
        if (expected is HttpStatusCode.BadRequest or HttpStatusCode.UnsupportedMediaType)
            Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
    }

    [Fact]
    public async Task Only_LAN_imports()
    {
        Assert.Equal(HttpStatusCode.Unauthorized, (await ImportAsync(_app.GetTestClient(), "agencies", Agencies)).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await ImportAsync(await AgencyUserAsync("A"), "agencies", Agencies)).StatusCode);
    }

    [Fact]
    public async Task Finds_a_person_by_NIP_and_keeps_who_looked()
    {
        await FillAsync();

        var answer = await Root().PostAsJsonAsync("/api/v1/people/lookup", new { nip = Siti });

        var person = await answer.Content.ReadFromJsonAsync<JsonElement>();
        Assert.Equal(("Siti", "A", "PNS"), (Text(person, "name"), Text(person, "agencyCode"), Text(person, "employmentType")));
        await using var store = await _app.Services.GetRequiredService<RelationalStore>().OpenAsync(CancellationToken.None);
        var read = Assert.Single(await store.QueryAsync<(string Caller, Guid PersonId)>("SELECT caller, person_id FROM record_reads"));
        Assert.Equal(("credential:root", person.GetProperty("personId").GetGuid()), read);
    }

    [Fact]
    public async Task An_agency_finds_and_lists_only_its_own()
    {
        await FillAsync();
        var agency = await AgencyUserAsync("B");

        var own = await agency.PostAsJsonAsync("/api/v1/people/lookup", new { nip = Budi });
        var others = await agency.PostAsJsonAsync("/api/v1/people/lookup", new { nip = Siti });
        var listed = await agency.GetFromJsonAsync<JsonElement>("/api/v1/agencies");

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.NotFound), (own.StatusCode, others.StatusCode));
        Assert.Equal(["B 1"], listed.EnumerateArray().Select(item => $"{Text(item, "code")} {item.GetProperty("people")}"));
    }

    [Fact]
    public async Task LAN_lists_all_agencies_with_their_people()
    {
        await FillAsync();

        var listed = await Root().GetFromJsonAsync<JsonElement>("/api/v1/agencies");

        Assert.Equal(["A 1", "B 1"], listed.EnumerateArray().Select(item => $"{Text(item, "code")} {item.GetProperty("people")}"));
        Assert.Equal(
            ["code", "name", "kind", "parentCode", "provinceCode", "timezone", "people"],
            listed[0].EnumerateObject().Select(property => property.Name));
    }

    [Theory]
    [InlineData("198501012010011009")]
    [InlineData("Siti")]
    [InlineData(null)]
    public async Task Nobody_is_found_by_a_NIP_that_is_nobodys(string? nip)
    {
        await FillAsync();

        var answer = await Root().PostAsJsonAsync("/api/v1/people/lookup", new { nip });

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Fact]
    public async Task Takes_the_whole_registry_of_the_national_demo()
    {
        foreach (var table in RegistryTables.Of(SmallNation.Make(SmallNation.Seed, size: 300)))
        {
            var rows = table.Rows.ToList();
            var answer = await ImportAsync(Root(), table.Import, string.Join('\n', rows.Prepend(table.Header)));
            var body = await answer.Content.ReadFromJsonAsync<JsonElement>();
            Assert.Equal((rows.Count, "[]"), (body.GetProperty("accepted").GetInt32(), body.GetProperty("rejected").GetRawText()));
        }
    }

    private async Task FillAsync()
    {
        await ImportAsync(Root(), "agencies", Agencies);
        await ImportAsync(Root(), "people", $"nip,name,employment_type,agency_code\n{Siti},Siti,PNS,A\n{Budi},Budi,PPPK,B\n");
    }

    private HttpClient Root()
    {
        var client = _app.GetTestClient();
        client.DefaultRequestHeaders.Authorization = AuthHost.Basic(AuthHost.RootKey, AuthHost.RootSecret);
        return client;
    }

    private async Task<HttpClient> AgencyUserAsync(string agencyCode)
    {
        await Root().PostAsJsonAsync(
            "/api/v1/users", new { userName = "kepala", displayName = "Kepala", password = AuthHost.Password, role = "agency", agencyCode });
        var client = _app.GetTestClient();
        var session = await AuthHost.SignInAsync(client, "kepala");
        client.DefaultRequestHeaders.Add("Cookie", session.Headers.GetValues("Set-Cookie").First().Split(';')[0]);
        client.DefaultRequestHeaders.Add("X-Requested-With", "lrs");
        return client;
    }

    private static Task<HttpResponseMessage> ImportAsync(HttpClient client, string table, string csv, string type = "text/csv")
    {
        var content = new ByteArrayContent(Encoding.UTF8.GetBytes(csv));
        content.Headers.ContentType = MediaTypeHeaderValue.Parse(type);
        return client.PostAsync(new Uri($"/api/v1/imports/{table}", UriKind.Relative), content);
    }

    private static string? Text(JsonElement element, string property) => element.GetProperty(property).GetString();
}
