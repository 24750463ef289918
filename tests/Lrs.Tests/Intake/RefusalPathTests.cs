using Lrs.Http;
using Lrs.Intake;

namespace Lrs.Tests.Intake;

public sealed class RefusalPathTests
{
    [Theory]
    [InlineData("", "$[*]")]
    [InlineData("actor.mbox", "$[*].actor.mbox")]
    [InlineData("actor.mbox_sha1sum", "$[*].actor.mbox_sha1sum")]
    [InlineData("context.contextActivities.parent[12].id", "$[*].context.contextActivities.parent[*].id")]
    [InlineData("attachments[0].sha2", "$[*].attachments[*].sha2")]
    [InlineData("timestmap", "$[*].timestmap")]
    public void Keeps_the_place_and_no_index(string path, string kept) => Assert.Equal(kept, RefusalPath.Generalise("$[*]", path));

    [Theory]
    [InlineData("context.extensions[\"https://x.example/siti.aminah\"]", "$[*].context.extensions[*]")]
    [InlineData("context.extensions[\"siti\"].name", "$[*].context.extensions[*].name")]
    [InlineData("verb.display[\"a\"]b\"].siti99", "$[*].verb.display[*].*")]
    [InlineData("verb.display[\"].actor.199001012015011001\"]", "$[*].verb.display[*]")]
    [InlineData("actor.199001012015011001", "$[*].actor.*")]
    [InlineData("actor.abcdefghijklmnopqrstuvwxyzabcdefgh", "$[*].actor.*")]
    public void Keeps_no_name_that_could_be_somebodys(string path, string kept) => Assert.Equal(kept, RefusalPath.Generalise("$[*]", path));

    [Fact]
    public void Keeps_the_header_of_a_part() => Assert.Equal(
        "$.parts[*].X-Experience-API-Hash", RefusalPath.Of(new XapiProblem(400, "Refused", "") { Path = "parts[3].X-Experience-API-Hash" }));

    [Fact]
    public void A_request_refused_as_a_whole_has_no_place() => Assert.Equal("", RefusalPath.Of(new XapiProblem(400, "Refused", "Siti")));
}
