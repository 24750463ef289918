using System.Text.Json.Nodes;
using Lrs.Statements;
using Lrs.Statements.Rules;
using Testing;
using static Lrs.Tests.Statements.Parsing;

namespace Lrs.Tests.Statements.Rules;

public class AttachmentRulesTests
{
    [Fact]
    public void Tells_what_a_statement_says_of_its_attachments()
    {
        var signature = With(a =>
        {
            a["usageType"] = "http://adlnet.gov/expapi/attachments/signature";
            a["contentType"] = "application/octet-stream";
            a["sha2"] = new string('A', 96);
            a.Remove("fileUrl");
        });
        var inner = Some.Statement(more: $"\"objectType\":\"SubStatement\",\"attachments\":[{Some.Attachment}]");

        var statement = Accepts(Some.Statement(@object: inner, more: $"\"attachments\":[{Some.Attachment},{signature}]"));

        Assert.Equal(["/object/attachments/0", "/attachments/0", "/attachments/1"], statement.Attachments.Select(a => a.Pointer));
        Assert.Equal("495395e777cd98da653df9615d09c0fd6bb2f8d4788394cd53c56a3bfdcd848a", statement.Attachments[1].Sha2);
        Assert.Equal("https://files.example.go.id/1.pdf", statement.Attachments[1].FileUrl);
        Assert.Equal("application/pdf", statement.Attachments[1].ContentType);
        Assert.Equal(12, statement.Attachments[1].Length);
        Assert.Equal([false, false, true], statement.Attachments.Select(a => a.IsSignature));
        Assert.Null(statement.Attachments[2].FileUrl);
    }

    [Fact]
    public void Shares_one_empty_list_among_statements_without_attachments()
    {
        Assert.Same(ParsedStatement.NoAttachments, Accepts(Some.Statement()).Attachments);
        var batch = Parse($"[{Some.Statement(more: $"\"attachments\":[{Some.Attachment}]")},{Some.Statement()}]").Value;
        Assert.Same(ParsedStatement.NoAttachments, batch.Statements[1].Attachments);
    }

    [Theory]
    [InlineData("length", "0")]
    [InlineData("length", "12.0")]
    [InlineData("length", "1e3")]
    [InlineData("length", "9223372036854775807")]
    [InlineData("sha2", "\"ABCDEFABCDEFABCDEFABCDEFABCDEFABCDEFABCDEFABCDEFABCDEF12\"")]
    [InlineData("description", "{\"id\":\"Sertifikat\"}")]
    [InlineData("contentType", "\"text/plain; charset=ascii\"")]
    public void Accepts_an_attachment(string property, string value) =>
        Accepts(Some.Statement(more: $"\"attachments\":[{With(a => a[property] = JsonNode.Parse(value))}]"));

    [Theory]
    [InlineData("usageType", null, "MissingProperty")]
    [InlineData("display", null, "MissingProperty")]
    [InlineData("contentType", null, "MissingProperty")]
    [InlineData("length", null, "MissingProperty")]
    [InlineData("sha2", null, "MissingProperty")]
    [InlineData("usageType", "\"certificate\"", "InvalidIri")]
    [InlineData("usageType", "7", "WrongType")]
    [InlineData("display", "\"Sertifikat\"", "WrongType")]
    [InlineData("description", "[]", "WrongType")]
    [InlineData("contentType", "\"pdf\"", "InvalidMediaType")]
    [InlineData("contentType", "{}", "WrongType")]
    [InlineData("length", "\"12\"", "WrongType")]
    [InlineData("length", "1.5", "WrongType")]
    [InlineData("length", "1e300", "WrongType")]
    [InlineData("length", "-1", "OutOfRange")]
    [InlineData("sha2", "\"\"", "InvalidSha2")]
    [InlineData("sha2", "\"ABCDEF\"", "InvalidSha2")]
    [InlineData("sha2", "5", "WrongType")]
    [InlineData("fileUrl", "\"\"", "InvalidIri")]
    [InlineData("fileUrl", "\"1.pdf\"", "InvalidIri")]
    [InlineData("fileurl", "\"http://x.id/1.pdf\"", "UnknownProperty")]
    public void Refuses_an_attachment(string property, string? value, string error)
    {
        var attachment = With(a =>
        {
            if (value is null) a.Remove(property);
            else a[property] = JsonNode.Parse(value);
        });
        Refuses(Some.Statement(more: $"\"attachments\":[{Some.Attachment},{attachment}]"), error, $"attachments[1].{property}");
        Refuses(Some.WithSubStatement(more: $"\"attachments\":[{attachment}]"), error, $"object.attachments[0].{property}");
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("\"x\"")]
    public void Refuses_attachments_that_are_no_list(string attachments) =>
        Refuses(Some.Statement(more: $"\"attachments\":{attachments}"), "WrongType", "attachments");

    [Fact]
    public void Refuses_a_signature_that_is_no_octet_stream() => Refuses(
        Some.Statement(more: $"\"attachments\":[{With(a => a["usageType"] = "http://adlnet.gov/expapi/attachments/signature")}]"),
        "InvalidSignature",
        "attachments[0].contentType");

    [Fact]
    public void Finds_the_attachment_whose_data_a_request_without_parts_cannot_bring()
    {
        var bare = With(a => a.Remove("fileUrl"));
        var good = Parse(Some.Statement(more: $"\"attachments\":[{Some.Attachment}]")).Value;
        var bad = Parse($"[{Some.Statement()},{Some.WithSubStatement(more: $"\"attachments\":[{Some.Attachment},{bare}]")}]").Value;

        Assert.Null(AttachmentRules.FindWithoutFileUrl(good));
        var error = Assert.IsType<MissingAttachmentData>(AttachmentRules.FindWithoutFileUrl(bad));
        Assert.Equal((1, "object.attachments[1].fileUrl"), (error.Index!.Value, error.Path));
    }

    private static string With(Action<JsonObject> change)
    {
        var attachment = JsonNode.Parse(Some.Attachment)!.AsObject();
        change(attachment);
        return attachment.ToJsonString();
    }
}
