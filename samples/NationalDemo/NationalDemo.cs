using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using Samples.Learning;
using Samples.Platforms;
using Samples.Posting;
using Samples.Registry;
using Samples.Statements;

namespace Samples;

/// <summary>Fills a record store with a nation in small: a registry, and platforms that post xAPI as real ones would.</summary>
public sealed class NationalDemo
{
    // Early enough that the first page shows figures while the rest is still on its way.
    private const double FirstFigures = 0.15;

    private readonly RecordStore _store;
    private readonly NationalDemoOptions _options;
    private readonly Progress _progress;
    private readonly TimeProvider _clock;
    private readonly Uri? _address;
    private long _posted;

    private NationalDemo(HttpClient root, NationalDemoOptions options, TextWriter progress, TimeProvider clock)
    {
        _store = new RecordStore(root, clock);
        _options = options;
        _progress = new Progress(progress, clock);
        _clock = clock;
        _address = root.BaseAddress;
    }

    private static DemoSignIn Learner { get; } = new("asn", "Pegawai BMKG", "asn", null, null);

    public static IReadOnlyList<DemoSignIn> SignIns { get; } =
    [
        new("lan", "Pengawas LAN", "lan", null, null),
        new("bmkg", "Admin SDM BMKG", "agency", "BMKG", null),
        new("jabar", "BKD Provinsi Jawa Barat", "agency", "PROV-32", null),
        new("jayapura", "BKPSDM Kota Jayapura", "agency", "KOTA-9471", null),
        Learner,
        new("pijar", "ASN Berpijar (Pijar)", "vendor", null, "asn-berpijar"),
    ];

    /// <summary>Fills the store that <paramref name="root"/> reaches with the root credential, its timeout long enough for a
    /// compliance run; a second time it finds its agencies and leaves them alone.</summary>
    public static async Task FillAsync(
        HttpClient root, NationalDemoOptions options, TextWriter progress, TimeProvider clock, CancellationToken cancel)
    {
        var demo = new NationalDemo(root, options, progress, clock);
        await demo.CreateSignInsAsync(cancel);
        if (!options.FillAgain && await demo._store.HasAgenciesAsync(cancel))
            demo._progress.Say("There are agencies already: nothing was sent.");
        else
            await demo.FillAsync(cancel);
        demo.SayWhatToOpen();
    }

    private async Task FillAsync(CancellationToken cancel)
    {
        var now = _clock.GetUtcNow();
        // A young year has little to show yet: then it is the one before, whole.
        var year = _options.Year ?? (now.Month < 4 ? now.Year - 1 : now.Year);
        var nation = new Nation(_options.Seed, year, _options.People, now);
        foreach (var table in RegistryTables.Of(nation))
            await ImportAsync(table, cancel);
        await CreateLearnersSignInAsync(nation, cancel);
        await PostStatementsAsync(nation, cancel);
        await ComputeAsync(cancel);
        SaySummary(year, await _store.NationalComplianceAsync(year, cancel));
    }

    private async Task CreateSignInsAsync(CancellationToken cancel)
    {
        foreach (var signIn in SignIns.Where(signIn => signIn != Learner))
            await _store.CreateSignInAsync(signIn, PasswordOf(signIn), cancel);
    }

    // Only once the registry is there: the sign-in is bound to somebody in it.
    private async Task CreateLearnersSignInAsync(Nation nation, CancellationToken cancel)
    {
        var person = nation.People.FirstOrDefault(person => person is { Agency.Code: "BMKG", EmploymentType: "PNS", ExemptReason: "", Move: null });
        if (person is not null)
            await _store.CreateSignInAsync(
                Learner with { DisplayName = person.Name, PersonId = await _store.FindPersonAsync(person.Nip, cancel) }, PasswordOf(Learner), cancel);
    }

    private async Task ImportAsync(CsvTable table, CancellationToken cancel)
    {
        var of = table.Rows.Count();
        var sent = 0;
        foreach (var rows in table.Rows.Chunk(_options.RowsPerImport))
        {
            var csv = new StringBuilder(table.Header).Append('\n').AppendJoin('\n', rows).Append('\n');
            var answer = await _store.ImportAsync(table.Import, Encoding.UTF8.GetBytes(csv.ToString()), cancel);
            if (answer.Rejected.Count > 0)
                _progress.Say($"{table.Label}: {answer.Rejected.Count} rows rejected, the first: {answer.Rejected[0]?.ToJsonString()}");
            _progress.Count(table.Label, sent += rows.Length, of);
        }
    }

    private async Task PostStatementsAsync(Nation nation, CancellationToken cancel)
    {
        var credentials = new Dictionary<Platform, Credential>();
        foreach (var platform in nation.Platforms)
            credentials[platform] = await _store.CreateCredentialAsync(platform.Provider, platform.Name, cancel);

        var (feed, before) = (new StatementFeed(nation, _options.Seed), new StatementFeed(nation.TheYearBefore(), _options.Seed));
        var total = feed.Batches().Concat(before.Batches()).Sum(batch => batch.Drafts.Count);
        using var batches = feed.Batches().Concat(before.Batches()).GetEnumerator();
        var first = (int)(total * FirstFigures);
        await PostAsync(Next(batches, first), credentials, total, cancel);
        await ComputeAsync(cancel);
        await PostAsync(Next(batches, int.MaxValue), credentials, total, cancel);
    }

    private async Task PostAsync(
        IEnumerable<Batch> batches, Dictionary<Platform, Credential> credentials, int total, CancellationToken cancel)
    {
        var connections = new ParallelOptions { MaxDegreeOfParallelism = _options.Connections, CancellationToken = cancel };
        await Parallel.ForEachAsync(batches, connections, async (batch, token) =>
        {
            await _store.PostStatementsAsync(batch, credentials[batch.Platform], token);
            _progress.Count("Statements", Interlocked.Add(ref _posted, batch.Drafts.Count), total);
        });
    }

    /// <summary>Batches until so many statements have gone; the enumerator stays where it is for those that follow.</summary>
    private static IEnumerable<Batch> Next(IEnumerator<Batch> batches, int statements)
    {
        for (var taken = 0; taken < statements && batches.MoveNext(); taken += batches.Current.Drafts.Count)
            yield return batches.Current;
    }

    private async Task ComputeAsync(CancellationToken cancel)
    {
        var start = _clock.GetTimestamp();
        var failure = await _store.ComputeComplianceAsync(cancel);
        var took = string.Create(CultureInfo.InvariantCulture, $"computed in {_clock.GetElapsedTime(start).TotalSeconds:N1} s");
        _progress.Say($"{"Compliance",-14}{(failure is null ? took : "not computed: " + failure)}");
    }

    private void SaySummary(int year, JsonObject? nation)
    {
        var (people, met, unmet) = (Number(nation, "people"), Number(nation, "met"), Number(nation, "unmet"));
        _progress.Say();
        _progress.Say(string.Create(CultureInfo.InvariantCulture,
            $"{year}: of {people:N0} people {met:N0} have their hours, {unmet:N0} do not yet; {Number(nation, "meanJp"):N1} JP each on average."));
    }

    private void SayWhatToOpen()
    {
        _progress.Say();
        _progress.Say($"Open {_address} and sign in:");
        foreach (var signIn in SignIns)
            _progress.Say($"  {signIn.UserName,-10}{PasswordOf(signIn),-26}{signIn.DisplayName}");
    }

    private string PasswordOf(DemoSignIn signIn) => _options.Passwords.GetValueOrDefault(signIn.UserName, _options.Password);

    private static double Number(JsonObject? from, string property) => (double?)from?[property] ?? 0;
}
