using System.Globalization;
using System.Text.Json.Nodes;

namespace EndToEnd.Tests.IndependentReading;

/// <summary>A world as the files and the statements that a service takes.</summary>
internal static class Files
{
    private static readonly Dictionary<int, string> Zones = new() { [7] = "Asia/Jakarta", [8] = "Asia/Makassar", [9] = "Asia/Jayapura" };

    public static List<string> Agencies(World world) =>
        ["agency_code,name,kind,timezone", .. world.Agencies.Select(agency => $"{agency.Key},\"Badan, {agency.Key}\",LEMBAGA,{Zones[agency.Value]}")];

    public static List<string> People(World world) =>
    [
        "nip,name,employment_type,agency_code,employed_from,employed_to,contract_from,exempt_reason",
        .. world.People.SelectMany(person => person.Value.Select(spell =>
            $"{person.Key},Orang,{spell.Kind},{spell.Agency},{spell.From:O},{spell.To:O},{spell.ContractFrom:O},{spell.Exempt}")),
    ];

    public static List<string> Identifiers(World world) =>
    [
        "ifi_kind,ifi_value,nip,valid_from,valid_to",
        .. world.Identifiers.SelectMany(one => one.Value.Select(holding =>
            $"{one.Key.Kind},{one.Key.Value},{holding.Nip},{holding.From:O},{holding.To:O}")),
    ];

    public static List<string> Activities(World world) =>
    [
        "activity_iri,title,form,jp,units,level,competencies,valid_from,valid_to",
        .. world.Activities.SelectMany(one => one.Value.Select(row => string.Create(CultureInfo.InvariantCulture,
            $"{one.Key},Judul,{row.Form},{row.Jp},{row.Units},{(row.International ? "INTERNATIONAL" : "NATIONAL")},{row.Competencies},{row.From:O},{row.To:O}"))),
    ];

    public static string Statement(Said said)
    {
        var statement = new JsonObject
        {
            ["id"] = said.Id.ToString(),
            ["timestamp"] = said.At.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFFzzz", CultureInfo.InvariantCulture),
            ["actor"] = said.Actors.Count == 1
                ? Agent(said.Actors[0])
                : new JsonObject { ["objectType"] = "Group", ["member"] = new JsonArray([.. said.Actors.Select(Agent)]) },
            ["verb"] = new JsonObject { ["id"] = said.Verb },
            ["object"] = said.Target is { } target
                ? new JsonObject { ["objectType"] = "StatementRef", ["id"] = target.ToString() }
                : new JsonObject { ["id"] = said.Object },
        };
        if ((said.Success, said.Completion, said.Minutes) is not (null, null, null))
            statement["result"] = Result(said);
        if (said.Jp is not null || said.Certificate is not null || said.Around.Count > 0)
            statement["context"] = Context(said);
        return statement.ToJsonString();
    }

    private static JsonObject Result(Said said)
    {
        var result = new JsonObject();
        if (said.Success is { } success)
            result["success"] = success;
        if (said.Completion is { } completion)
            result["completion"] = completion;
        // The same time in one of the shapes that platforms write.
        if (said.Minutes is { } minutes)
            result["duration"] = (minutes % 3) switch
            {
                0 => $"PT{minutes / 60}H{minutes % 60}M",
                1 => $"PT{minutes * 60}S",
                _ => $"P0DT{minutes}M",
            };
        return result;
    }

    private static JsonObject Context(Said said)
    {
        var (context, extensions) = (new JsonObject(), new JsonObject());
        if (said.Jp is { } jp)
            extensions["https://lan.go.id/xapi/extensions/jp"] = jp;
        if (said.Certificate is { } certificate)
            extensions["https://lan.go.id/xapi/extensions/certificate-number"] = certificate;
        if (extensions.Count > 0)
            context["extensions"] = extensions;
        if (said.Around.Count > 0)
            context["contextActivities"] = new JsonObject
            {
                ["parent"] = new JsonArray(new JsonObject { ["id"] = said.Around[0] }),
                ["grouping"] = new JsonArray([.. said.Around.Skip(1).Select(iri => new JsonObject { ["id"] = iri })]),
            };
        return context;
    }

    private static JsonObject Agent(Identifier identifier) => identifier.Kind != "account"
        ? new JsonObject { [identifier.Kind] = identifier.Value }
        : new JsonObject
        {
            ["account"] = new JsonObject
            {
                ["homePage"] = identifier.Value.Split('|', 2)[0], ["name"] = identifier.Value.Split('|', 2)[1],
            },
        };
}
