using Analytics.ClickHouse;
using Analytics.ClickHouse.Engine;
using Analytics.Compliance;
using Analytics.Intake;
using Analytics.Registry;
using Analytics.Relational;
using Analytics.Statements;
using Analytics.Streaming;
using Jobs;
using Lrs;
using Lrs.About;
using Lrs.Activities;
using Lrs.Agents;
using Lrs.Api;
using Lrs.Api.Documentation;
using Lrs.Auth;
using Lrs.Demo;
using Lrs.Documents;
using Lrs.Health;
using Lrs.Http;
using Lrs.Intake;
using Lrs.Pages;
using Lrs.ReadLog;
using Lrs.Statements;
using Lrs.SystemHealth;

// The same program, started by ourselves with a verb of its own, is the ClickHouse engine.
if (args is [EngineLibrary.Verb, .. var engineArguments])
    return EngineLibrary.Run(engineArguments);

NativeMemory.KeepInOneArena();
try
{
    if (args is [PrepareVerb.Name, .. var settings])
        return await PrepareVerb.RunAsync(settings);
    var app = Build(args);
    app.CheckSettings();
    await app.RunAsync();
    return 0;
}
catch (Exception exception) when (WrongSettings.Sentences(exception) is { Count: > 0 } sentences)
{
#pragma warning disable RS0030 // There is no logger: what sets it up may be what is wrong.
    foreach (var sentence in sentences)
        await Console.Error.WriteLineAsync(sentence);
#pragma warning restore RS0030
    return 1;
}

static WebApplication Build(string[] args)
{
    var builder = WebApplication.CreateBuilder(args);
    if (args is [DemoVerb.Name, ..])
        builder.AddDemo();
    var roles = builder.AddHosting();
    builder.AddTelemetry().Services.AddHealth(roles.RunsWeb);
    builder.Services.AddClickHouse().AddRelationalStore();
    builder.Services.AddStatementStream(builder.Configuration, roles.RunsIngest).AddStatementReader(follows: roles.RunsWeb).AddRegistry().AddCompliance().AddIntakeQueries()
        .AddJobs(withClock: roles.RunsJobs, clustered: !string.IsNullOrEmpty(builder.Configuration["LRS_DATABASE"]));
    builder.Services.AddTrustedProxies().AddAuth().AddXapiRequests().AddStatements().AddAgents().AddDocuments()
        .AddIntake().AddReadLog().AddSystemHealth().AddApiDocumentation();

    var app = builder.Build();
    app.UseGracefulStop();
    app.MapHealth();
    if (roles.RunsWeb)
        MapWeb(app);
    return app;
}

static void MapWeb(WebApplication app)
{
    app.UseMiddleware<DoubledSlashes>();
    app.UseMiddleware<RefusedRequests>();
    app.UseErrorAnswers();
    app.UseMiddleware<ConsistentThroughHeader>();
    app.UseXapiRequests();
    app.UseAuthentication().UseAuthorization();
    app.MapAbout();
    app.MapStatements();
    app.MapActivities().MapAgents();
    app.MapDocuments();
    app.MapAuth().MapRegistry().MapCompliance().MapTranscripts()
        .MapJobs().MapStream().MapReports().MapProviders().MapReadLog().MapSystemHealth().MapApiDocumentation();
    app.MapPages();
}
