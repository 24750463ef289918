using System.Text.Json.Nodes;

namespace Lrs.Api.Documentation;

/// <summary>What the documentation says of a call.</summary>
/// <param name="Summary">In a line: what it answers or does.</param>
/// <param name="Description">For whom, what is special, what is left out.</param>
/// <param name="Answer">An example of the answer as JSON; "" where it is none.</param>
/// <param name="Request">An example of the body: JSON, or CSV.</param>
/// <param name="Errors">Its statuses beyond 401, 403 and 503, each with when it comes.</param>
internal sealed record ApiCall(string Summary, string Description, string Answer = "", string Request = "", params (int Status, string When)[] Errors)
{
    public JsonNode? AnswerExample => Answer.Length == 0 ? null : JsonNode.Parse(Answer);

    public JsonNode? RequestExample => Request.Length == 0 ? null : Request[0] is '{' or '[' ? JsonNode.Parse(Request) : JsonValue.Create(Request);
}
