using System.Diagnostics.CodeAnalysis;
using System.Text;
using Analytics.Ingest;
using Lrs.Statements;
using Lrs.Statements.Rules;

namespace Lrs.Documents;

/// <summary>
/// Which document, or which documents, a request is about: its parameters, held to the same rules as in statements
/// (xAPI Communication 2.3, 2.6, 2.7, 3.2).
/// </summary>
internal sealed class DocumentQuery
{
    private const string Since = "since";

    private readonly IQueryCollection _parameters;
    private string? _problem;

    private DocumentQuery(IQueryCollection parameters) => _parameters = parameters;

    public DocumentContext Context { get; private set; } = null!;

    /// <summary>Null where the request is about all documents of the context.</summary>
    public string? Id { get; private set; }

    /// <summary>Exclusive; the beginning of time where there is none.</summary>
    public DateTimeOffset ChangedAfter { get; private set; }

    /// <summary>Reads the parameters. None of their values stands in the problem: an agent is personal data.</summary>
    public static bool TryParse(
        HttpRequest request, DocumentResource resource, string provider,
        [NotNullWhen(true)] out DocumentQuery? query, [NotNullWhen(false)] out string? problem)
    {
        var parsing = new DocumentQuery(request.Query);
        parsing.Parse(request.Method, resource, provider);
        problem = parsing._problem;
        query = problem is null ? parsing : null;
        return problem is null;
    }

    private void Parse(string method, DocumentResource resource, string provider)
    {
        var isRead = HttpMethods.IsGet(method) || HttpMethods.IsHead(method);
        var maySkipId = isRead || (HttpMethods.IsDelete(method) && resource.DeletesMany);
        // Only a list has a since; with the id of one document it is as unknown as any other name.
        var maySince = isRead && !_parameters.ContainsKey(resource.IdParameter);
        CheckNames(resource, maySince);
        if (_problem is not null)
            return;
        Id = Required(resource.IdParameter, maySkipId, static text => text.Contains('\0') ? "must not hold the character NUL" : null);
        var activity = Has("activityId") ? Required("activityId", maySkip: false, static text => IriRules.Problem(Encoding.UTF8.GetBytes(text))) : "";
        var agent = Has("agent") ? Agent() : "";
        Context = new DocumentContext(resource, provider, activity ?? "", agent, Registration());
        ChangedAfter = SinceMoment();

        bool Has(string name) => resource.Parameters.Contains(name);
    }

    private void CheckNames(DocumentResource resource, bool maySince)
    {
        foreach (var name in _parameters.Keys)
        {
            if (!resource.Parameters.Contains(name) && !(maySince && name == Since))
                _problem = $"The parameter {name} is not known here; names are case-sensitive.";
            else if (_parameters[name].Count > 1)
                _problem = $"The parameter {name} is given more than once.";
        }
    }

    // TRICKY: an empty id is none that was left out, or a slip in a client would delete every state of a learner.
    private string? Required(string name, bool maySkip, Func<string, string?> problemOf)
    {
        if (!_parameters.TryGetValue(name, out var values))
        {
            if (!maySkip)
                _problem ??= $"The parameter {name} is missing.";
            return null;
        }

        var text = values.ToString();
        if (text.Length == 0)
            _problem ??= $"The parameter {name} is empty.";
        else if (problemOf(text) is { } problem)
            _problem ??= $"The parameter {name} {problem}.";
        return text;
    }

    private string Agent()
    {
        if (Required("agent", maySkip: false, static _ => null) is not { } json)
            return "";
        // xAPI Communication 2.6: an Agent and not a Group; an identified Group's identifier can stand in an Agent.
        if (AgentParameter.Parse(json, ObjectKinds.Agent).TryGetValue(out var ifi, out var error))
            return ifi;
        _problem ??= $"The parameter agent: {error.Message}.";
        return "";
    }

    private string Registration()
    {
        if (!_parameters.TryGetValue("registration", out var values))
            return "";
        if (!UuidRules.TryParse(Encoding.UTF8.GetBytes(values.ToString()), out var registration))
            _problem ??= $"The parameter registration {UuidRules.Expected}.";
        return registration.ToString();
    }

    private DateTimeOffset SinceMoment()
    {
        if (!_parameters.TryGetValue(Since, out var values))
            return DateTimeOffset.MinValue;
        if (!Iso8601Timestamp.TryParse(Encoding.UTF8.GetBytes(values.ToString()), out var moment))
        {
            _problem ??= values.ToString().Contains(' ')
                ? "The parameter since holds a space: a + in a URL means one, write %2B."
                : "The parameter since is no ISO 8601 timestamp such as 2026-11-23T08:00:00Z.";
        }

        return moment;
    }
}
