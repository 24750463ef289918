using Lrs.Http;
using Lrs.Statements;

namespace Lrs.Tests.NationalDemo;

public sealed class ParsingTests(SmallNation small) : IClassFixture<SmallNation>
{
    [Fact]
    public void Every_batch_is_parsed_in_the_version_its_platform_speaks()
    {
        foreach (var batch in small.Batches)
        {
            var version = XapiVersionHeader.Parse(batch.Platform.Version);
            Assert.NotNull(version);
            var result = StatementParser.Parse(batch.ToJson(), version.Value, ParseLimits.Default);
            Assert.True(result.Success, result.Success ? "" : $"{batch.Platform.Provider}: {result.Error}");
            Assert.Equal(batch.Drafts.Select(draft => draft.Id), result.Value.Statements.Select(statement => statement.Id));
            Assert.Equal(batch.Drafts.Select(draft => draft.Voids), result.Value.Statements.Select(statement => statement.Voids));
        }
    }

    [Fact]
    public void What_xAPI_2_adds_is_refused_in_the_older_version()
    {
        var batch = small.Batches.First(batch => batch.Drafts.Any(draft => draft.ContextAgents.Count > 0));
        Assert.False(StatementParser.Parse(batch.ToJson(), XapiVersion.V1_0_3, ParseLimits.Default).Success);
    }
}
