using Samples.Registry;
using Samples.Statements;

namespace Lrs.Tests.NationalDemo;

public sealed class PlatformHabitsTests(SmallNation small) : IClassFixture<SmallNation>
{
    [Theory]
    [InlineData("asn-berpijar", "mbox")]
    [InlineData("apolitical-campus", "mbox")]
    [InlineData("learning-marketplace", "account")]
    [InlineData("asn-unggul", "account")]
    [InlineData("bmkg-corpu", "account")]
    [InlineData("coe-lkpp", "openid")]
    [InlineData("coe-bnpb", "account")]
    [InlineData("coe-kementan", "account")]
    [InlineData("coe-kemenkes", "mbox_sha1sum")]
    [InlineData("coe-klhk", "account")]
    [InlineData("national-coach-network", "account")]
    public void A_platform_names_people_in_its_own_way(string provider, string kind)
    {
        Assert.NotEmpty(small.Of(provider));
        Assert.All(small.Of(provider), draft => Assert.Equal(kind, draft.Actor.Ifi?.Kind));
    }

    [Fact]
    public void Some_learners_and_some_activities_are_unknown_to_the_registry()
    {
        var tables = RegistryTables.Of(small.Nation).ToDictionary(table => table.Import, table => string.Join('\n', table.Rows));
        var strangers = small.Of("asn-berpijar").Select(draft => draft.Actor.Ifi!.Value.Value).Distinct()
            .Count(mbox => !tables["identifiers"].Contains(mbox, StringComparison.Ordinal));
        Assert.InRange(strangers, 5, 200);
        Assert.Contains(small.Drafts, draft => draft.Verb == Verb.Completed
            && !tables["activities"].Contains(draft.Object.Iri + ",", StringComparison.Ordinal) && draft.Parent is null);
    }

    [Fact]
    public void Moodle_sends_neither_id_nor_result()
    {
        foreach (var draft in small.Of("coe-kementan").Concat(small.Of("bmkg-corpu")))
        {
            Assert.Null(draft.Id);
            Assert.Null(draft.Result);
        }
    }

    [Fact]
    public void Some_batches_go_out_twice_with_the_same_ids()
    {
        var repeats = small.Batches.Where(batch => batch.IsRepeat).ToList();
        Assert.NotEmpty(repeats);
        Assert.All(repeats, batch => Assert.All(batch.Drafts, draft => Assert.NotNull(draft.Id)));
        var firsts = small.Batches.Where(batch => !batch.IsRepeat).SelectMany(batch => batch.Drafts).Select(draft => draft.Id).ToHashSet();
        Assert.All(repeats.SelectMany(batch => batch.Drafts), draft => Assert.Contains(draft.Id, firsts));
    }

    [Fact]
    public void Apart_from_repeats_no_id_is_used_twice()
    {
        var ids = small.Drafts.Select(draft => draft.Id).OfType<Guid>().ToList();
        Assert.Equal(ids.Count, ids.Distinct().Count());
    }

    [Fact]
    public void Field_classes_arrive_months_late()
    {
        var sentInLast = small.Batches.Where(batch => batch.Platform.Provider == "coe-bnpb").ToList()[^1];
        Assert.All(sentInLast.Drafts, draft => Assert.True(draft.When < SmallNation.Now.AddDays(-70)));
    }

    [Fact]
    public void A_voiding_names_a_statement_of_the_same_platform()
    {
        var voidings = small.Of("asn-berpijar").Where(draft => draft.Voids is not null).ToList();
        Assert.NotEmpty(voidings);
        var ids = small.Of("asn-berpijar").Select(draft => draft.Id).ToHashSet();
        Assert.All(voidings, draft => Assert.Contains(draft.Voids, ids));
    }

    [Fact]
    public void Two_platforms_report_the_same_certificate()
    {
        var first = Certificates("asn-berpijar");
        Assert.Contains(Certificates("learning-marketplace"), first.Contains);
    }

    [Fact]
    public void The_forum_sends_lists_of_members_of_one_session()
    {
        var lists = small.Of("national-forum").Select(draft => draft.Actor.Members).ToList();
        Assert.All(lists, members => Assert.InRange(members!.Count, 1, 40));
        Assert.Contains(lists, members => members!.Count > 1);
        var kinds = lists.SelectMany(members => members!).Select(member => member.Ifi!.Value.Kind);
        Assert.Equal(["account", "mbox"], kinds.Distinct().Order());
    }

    [Fact]
    public void Exams_are_failed_before_they_are_passed_under_one_registration()
    {
        var failed = small.Of("coe-lkpp").First(draft => draft.Verb == Verb.Failed);
        Assert.False(failed.Result!.Success);
        var later = small.Of("coe-lkpp").Where(draft => draft.Registration == failed.Registration && draft.When > failed.When);
        Assert.Contains(later, draft => draft.Verb == Verb.Passed);
    }

    [Fact]
    public void Elearning_leaves_traces_on_several_days()
    {
        var days = small.Of("asn-unggul").GroupBy(draft => draft.Registration)
            .Select(course => course.Select(draft => draft.When.Date).Distinct().Count());
        Assert.Contains(days, count => count >= 2);
    }

    [Fact]
    public void Coaching_names_its_coach_and_its_length() =>
        Assert.All(small.Of("national-coach-network"), draft =>
        {
            Assert.NotNull(draft.Instructor);
            Assert.StartsWith("PT", draft.Result!.Duration, StringComparison.Ordinal);
        });

    [Fact]
    public void Only_xAPI_2_has_context_agents()
    {
        Assert.Contains(small.Drafts, draft => draft.ContextAgents.Count > 0 && draft.ContextGroups.Count > 0);
        Assert.All(
            small.Batches.Where(batch => batch.Platform.Version == "1.0.3").SelectMany(batch => batch.Drafts),
            draft => Assert.Equal(0, draft.ContextAgents.Count + draft.ContextGroups.Count));
        Assert.Equal(["1.0.3", "2.0.0"], small.Nation.Platforms.Select(platform => platform.Version).Distinct().Order());
    }

    private HashSet<string?> Certificates(string provider) =>
        [.. small.Of(provider).SelectMany(draft => draft.Extensions)
            .Where(extension => extension.Iri.EndsWith("certificate-number", StringComparison.Ordinal))
            .Select(extension => extension.Text)];
}
