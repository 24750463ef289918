using System.Runtime.InteropServices;
using System.Text.Json;
using Lrs.Http;
using Lrs.Statements.Rules;

namespace Lrs.Statements;

/// <summary>
/// Parse: from the bytes of a request to statements that keep every rule, or to the first reason to refuse.
/// One pass over the bytes, no tree; nothing that a client can send makes it throw.
/// </summary>
internal static class StatementParser
{
    private delegate bool Reading(ref StatementReader reader, List<ParsedStatement> statements);

    /// <summary>Parses a statement or an array of statements. All are good, or none is taken (xAPI-Communication 2.1.2).</summary>
    public static ParseResult<ParsedBatch> Parse(ReadOnlyMemory<byte> body, XapiVersion requestVersion, ParseLimits limits)
    {
        var statements = new List<ParsedStatement>();
        // An empty array is a batch of none: the standard does not forbid it, and there is nothing wrong to report.
        var isArray = JsonBody.IsArray(body.Span);
        var error = Walk(body, requestVersion, limits, statements, isArray ? ReadStatements : ReadStatement);
        if (error is null) return new ParsedBatch(statements, isArray);
        return error is InvalidUtf8 or TooManyStatements or DuplicateStatementId ? error : error with { Index = statements.Count };
    }

    /// <summary>
    /// Checks an Agent or Group that stands alone, as in the agent parameter of a query: values in parameters keep the same
    /// rules as in statements (xAPI-Data 2.2). Null if it is good.
    /// </summary>
    public static StatementError? CheckActor(ReadOnlyMemory<byte> json, ObjectKinds allowed = ObjectKinds.AgentOrGroup) =>
        Walk(json, XapiVersion.V1_0_3, ParseLimits.Default, [], (ref reader, _) => ActorRules.Check(ref reader, allowed));

    private static StatementError? Walk(
        ReadOnlyMemory<byte> body, XapiVersion version, ParseLimits limits, List<ParsedStatement> statements, Reading read)
    {
        if (JsonBody.FindProblem(body.Span) is { } problem) return problem;
        try
        {
            var reader = new StatementReader(body, version, limits);
            // Reading on past the end is how trailing data shows itself.
            if (reader.Read() && read(ref reader, statements)) reader.Read();
            return reader.Error;
        }
        catch (JsonException e)
        {
            return JsonBody.Malformed(body.Span, e);
        }
    }

    private static bool ReadStatements(ref StatementReader reader, List<ParsedStatement> statements)
    {
        Dictionary<Guid, int>? ids = null;
        var index = -1;
        while (reader.NextElement(ref index))
        {
            if (index == reader.Limits.MaxStatements) return reader.Fail(new TooManyStatements(index));
            if (!ReadStatement(ref reader, statements)) return false;
            if (statements[^1].Id is not { } id) continue;
            ids ??= new Dictionary<Guid, int>(KeyedGuidComparer.Instance);
            if (!ids.TryAdd(id, index)) return reader.Fail(new DuplicateStatementId("id", ids[id]) { Index = index });
        }

        return reader.Error is null;
    }

    private static bool ReadStatement(ref StatementReader reader, List<ParsedStatement> statements)
    {
        reader.BeginStatement();
        var start = reader.TokenStart;
        if (!StatementRules.Check(ref reader, out var facts)) return false;
        statements.Add(new ParsedStatement
        {
            Id = facts.Id,
            IdText = facts.IdText,
            Raw = reader.Body[start..reader.TokenEnd],
            Version = facts.Version,
            Voids = facts.IsVoiding ? facts.Object.Uuid : null,
            HasTimestamp = facts.HasTimestamp,
            Attachments = reader.TakeAttachments(),
        });
        return true;
    }

    /// <summary>Guid's own hash is open to anybody: ids could be made that all fall into one bucket. That of strings has a random key.</summary>
    private sealed class KeyedGuidComparer : IEqualityComparer<Guid>
    {
        public static readonly KeyedGuidComparer Instance = new();

        public bool Equals(Guid x, Guid y) => x == y;

        public int GetHashCode(Guid id) => string.GetHashCode(MemoryMarshal.Cast<Guid, char>(MemoryMarshal.CreateReadOnlySpan(ref id, 1)));
    }
}
