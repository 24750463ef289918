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
using Lrs.Auth;
using Lrs.Demo;
using Lrs.Documents;
using Lrs.Health;
using Lrs.Http;
using Lrs.Intake;
using Lrs.Pages;
using Lrs.Statements;

// The same program, started by ourselves with a verb of its own, is the ClickHouse engine.
if (args is [EngineLibrary.Verb, .. var engineArguments])
    return EngineLibrary.Run(engineArguments);

var builder = WebApplication.CreateBuilder(args);
if (args is [DemoVerb.Name, ..])
    builder.AddDemo();
var roles = builder.AddHosting();
builder.Services.AddClickHouse().AddRelationalStore();
builder.Services.AddStatementStream().AddStatementReader().AddRegistry().AddCompliance().AddIntakeQueries().AddJobs(withClock: roles.RunsJobs);
builder.Services.AddAuth().AddXapiRequests().AddStatements().AddAgents().AddDocuments().AddIntake().AddApiDocumentation();

var app = builder.Build();
app.UseMiddleware<RefusedRequests>();
app.UseErrorAnswers();
app.UseMiddleware<ConsistentThroughHeader>();
app.UseXapiRequests();
app.UseAuthentication().UseAuthorization();
app.MapHealth();
app.MapAbout();
app.MapStatements();
app.MapActivities().MapAgents();
app.MapDocuments();
app.MapAuth().MapRegistry().MapCompliance().MapTranscripts().MapJobs().MapReports().MapProviders().MapApiDocumentation();
app.MapPages();
await app.RunAsync();
return 0;
