using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text;
using Analytics.Ingest;
using Analytics.Statements;
using Lrs.Statements.Rules;

namespace Lrs.Statements;

/// <summary>What a GET of the Statements resource asks for: one statement, or a page (xAPI Communication 2.1.3).</summary>
internal sealed class StatementsQuery
{
    private static readonly string[] Known =
    [
        "statementId", "voidedStatementId", "agent", "verb", "activity", "registration", "related_activities", "related_agents",
        "since", "until", "limit", "format", "attachments", "ascending", "more",
    ];

    private readonly IQueryCollection _parameters;
    private readonly List<ulong> _keys = [];
    private string? _problem;

    private StatementsQuery(IQueryCollection parameters) => _parameters = parameters;

    public Guid? Id { get; private set; }

    public bool IsVoided { get; private set; }

    public StatementFilter? Filter { get; private set; }

    public StatementFormat Format { get; private set; }

    /// <summary>Whether the data of attachments is to come along, in multipart/mixed.</summary>
    public bool WantsAttachments { get; private set; }

    public static bool TryParse(
        IQueryCollection parameters, StatementsOptions options,
        [NotNullWhen(true)] out StatementsQuery? query, [NotNullWhen(false)] out string? problem)
    {
        var parsing = new StatementsQuery(parameters);
        parsing.Parse(options);
        problem = parsing._problem;
        query = problem is null ? parsing : null;
        return problem is null;
    }

    private void Parse(StatementsOptions options)
    {
        foreach (var name in _parameters.Keys)
        {
            if (!Known.Contains(name))
                _problem = $"The parameter {name} is not known here; names are case-sensitive.";
            else if (_parameters[name].Count > 1)
                _problem = $"The parameter {name} is given more than once.";
        }

        WantsAttachments = Flag("attachments");
        Format = Text("format") switch
        {
            null or "exact" => StatementFormat.Exact,
            "ids" => StatementFormat.Ids,
            "canonical" => StatementFormat.Canonical,
            _ => (StatementFormat)byte.MaxValue,
        };
        if (!Enum.IsDefined(Format))
            _problem = "format is none of exact, ids and canonical.";
        if (_problem is not null)
            return;
        if (_parameters.ContainsKey("more"))
            ParseMore(options);
        else if (_parameters.ContainsKey("statementId") || _parameters.ContainsKey("voidedStatementId"))
            ParseId();
        else
            ParseFilter(options);
    }

    private void ParseMore(StatementsOptions options)
    {
        if (_parameters.Count > 1 || MoreLink.TryDecode(_parameters["more"].ToString()) is not { } link)
        {
            _problem = "The parameter more is not one that was given here; follow the link of an answer unchanged.";
            return;
        }

        Filter = link.Filter with { Limit = Math.Min(link.Filter.Limit, options.MaxPageStatements) };
        (Format, WantsAttachments) = (link.Format, link.WantsAttachments);
    }

    private void ParseId()
    {
        IsVoided = _parameters.ContainsKey("voidedStatementId");
        var others = _parameters.Keys.Where(name => name is not ("statementId" or "voidedStatementId" or "attachments" or "format")).ToList();
        if (IsVoided && _parameters.ContainsKey("statementId"))
            _problem = "statementId and voidedStatementId exclude each other.";
        else if (others.Count > 0)
            _problem = $"With statementId or voidedStatementId only attachments and format may stand, not {others[0]}.";
        else if (UuidRules.TryParse(_parameters[IsVoided ? "voidedStatementId" : "statementId"], out var id))
            Id = id;
        else
            _problem = "statementId or voidedStatementId is no UUID.";
    }

    private void ParseFilter(StatementsOptions options)
    {
        var relatedAgents = Flag("related_agents");
        var relatedActivities = Flag("related_activities");
        if (Text("agent") is { } agent)
            AddAgent(agent, relatedAgents);
        if (Iri("verb") is { } verb)
            _keys.Add(FilterKey.Verb(verb));
        if (Iri("activity") is { } activity)
            _keys.Add(relatedActivities ? FilterKey.RelatedActivity(activity) : FilterKey.Activity(activity));
        if (Text("registration") is { } registration)
        {
            if (UuidRules.TryParse(registration, out var id))
                _keys.Add(FilterKey.Registration(id));
            else
                _problem = "registration is no UUID.";
        }

        Filter = new StatementFilter
        {
            Keys = _keys,
            Since = Moment("since"),
            Until = Moment("until"),
            Ascending = Flag("ascending"),
            Limit = Limit(options.MaxPageStatements),
        };
    }

    private void AddAgent(string json, bool related)
    {
        if (!AgentParameter.Parse(json).TryGetValue(out var ifi, out var error))
            _problem = $"The parameter agent: {error.Message}.";
        else if (ifi.Length == 0)
            _problem = "The parameter agent is a Group without identifier; it takes an Agent or an identified Group.";
        else
            _keys.Add(related ? FilterKey.RelatedAgent(ifi) : FilterKey.Agent(ifi));
    }

    // 0 or none means as many as the server gives; a limit beyond that is cut to it (xAPI Communication 2.1.3).
    private int Limit(int most)
    {
        if (Text("limit") is not { } text)
            return most;
        if (text.Length == 0 || text.AsSpan().ContainsAnyExceptInRange('0', '9'))
            _problem = "limit is no whole number of 0 or more.";
        else if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var limit) && limit > 0)
            return Math.Min(limit, most);
        return most;
    }

    private DateTimeOffset? Moment(string name)
    {
        if (Text(name) is not { } text)
            return null;
        if (Iso8601Timestamp.TryParse(Encoding.UTF8.GetBytes(text), out var moment))
            return moment;
        _problem = text.Contains(' ')
            ? $"{name} holds a space: a + in a URL means one, write %2B."
            : $"{name} is no ISO 8601 timestamp such as 2026-11-23T08:00:00Z.";
        return null;
    }

    private string? Iri(string name)
    {
        var text = Text(name);
        if (text is not null && IriRules.Problem(Encoding.UTF8.GetBytes(text)) is { } problem)
            _problem = $"The parameter {name} {problem}.";
        return text;
    }

    private bool Flag(string name)
    {
        var text = Text(name);
        if (text is not (null or "true" or "false"))
            _problem = $"{name} is neither true nor false.";
        return text == "true";
    }

    private string? Text(string name) => _parameters.TryGetValue(name, out var values) ? values.ToString() : null;
}
