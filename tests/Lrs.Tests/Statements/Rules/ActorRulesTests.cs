using System.Text;
using Lrs.Statements;
using Testing;
using static Lrs.Tests.Statements.Parsing;

namespace Lrs.Tests.Statements.Rules;

public class ActorRulesTests
{
    [Theory]
    [InlineData("""{"mbox":"mailto:siti@example.go.id"}""")]
    [InlineData("""{"mbox":"mailto:siti+lms@example.go.id","name":"Siti"}""")]
    [InlineData("""{"mbox":"mailto:siti_b.id#EXT#@example.onmicrosoft.com"}""")]
    [InlineData("""{"mbox":"mailto:s\u0069ti@ex\u0061mple.go.id"}""")]
    [InlineData("""{"objectType":"Agent","mbox_sha1sum":"ebd31e95054c018b10727ccffd2ef2ec3a016ee9"}""")]
    [InlineData("""{"mbox_sha1sum":"EBD31E95054C018B10727CCFFD2EF2EC3A016EE9"}""")]
    [InlineData("""{"openid":"http://siti.openid.example.org/","objectType":"Agent"}""")]
    [InlineData("""{"account":{"homePage":"http:\/\/lms.example.go.id","name":"1625378"}}""")]
    [InlineData("""{"account":{"name":"","homePage":"http://lms.example.go.id"}}""")]
    [InlineData("""{"objectType":"Group","member":[{"mbox":"mailto:a@b.id"},{"openid":"http://c.id/"}]}""")]
    [InlineData("""{"member":[{"mbox":"mailto:a@b.id"}],"name":"Tim","objectType":"Group"}""")]
    [InlineData("""{"objectType":"Group","member":[]}""")]
    [InlineData("""{"mbox":"mailto:team@b.id","objectType":"Group"}""")]
    [InlineData("""{"mbox":"mailto:team@b.id","member":[{"mbox":"mailto:a@b.id","objectType":"Agent"}],"objectType":"Group"}""")]
    public void Accepts_an_actor(string actor)
    {
        Accepts(Some.Statement(actor: actor));
        Accepts(Some.Statement(more: $"\"context\":{{\"instructor\":{actor}}}"));
    }

    [Theory]
    [InlineData("""{}""", "NoIdentifier", "actor")]
    [InlineData("""{"name":"Siti"}""", "NoIdentifier", "actor")]
    [InlineData("""{"mbox":"mailto:a@b.id","openid":"http://a.id/"}""", "TwoIdentifiers", "actor")]
    [InlineData("""{"account":{"homePage":"http://a.id","name":"1"},"mbox_sha1sum":"ebd31e95054c018b10727ccffd2ef2ec3a016ee9"}""", "TwoIdentifiers", "actor")]
    [InlineData("""{"objectType":"Group","mbox":"mailto:a@b.id","openid":"http://a.id/"}""", "TwoIdentifiers", "actor")]
    [InlineData("""{"objectType":"Group","name":"Tim"}""", "MissingProperty", "actor.member")]
    [InlineData("""{"member":[{"mbox":"mailto:a@b.id"}]}""", "MissingProperty", "actor.objectType")]
    [InlineData("""{"objectType":"Agent","member":[],"mbox":"mailto:a@b.id"}""", "UnknownProperty", "actor.member")]
    [InlineData("""{"member":[],"mbox":"mailto:a@b.id","objectType":"Agent"}""", "UnknownProperty", "actor.member")]
    [InlineData("""{"objectType":"Group","member":[{"objectType":"Group","mbox":"mailto:a@b.id"}]}""", "InvalidValue", "actor.member[0].objectType")]
    [InlineData("""{"objectType":"Group","member":[{"mbox":"mailto:a@b.id"},{}]}""", "NoIdentifier", "actor.member[1]")]
    [InlineData("""{"objectType":"Group","member":{"mbox":"mailto:a@b.id"}}""", "WrongType", "actor.member")]
    [InlineData("""{"objectType":"agent","mbox":"mailto:a@b.id"}""", "InvalidValue", "actor.objectType")]
    [InlineData("""{"objectType":"Activity","id":"http://a.id/"}""", "InvalidValue", "actor.objectType")]
    [InlineData("""{"objectType":7,"mbox":"mailto:a@b.id"}""", "WrongType", "actor.objectType")]
    [InlineData("""{"id":"http://a.id/"}""", "UnknownProperty", "actor.id")]
    [InlineData("""{"mbox":"mailto:a@b.id","name":null}""", "NullValue", "actor.name")]
    [InlineData("""{"mbox":"mailto:a@b.id","name":{"id":"Siti"}}""", "WrongType", "actor.name")]
    [InlineData("""{"mbox":"a@b.id"}""", "InvalidMbox", "actor.mbox")]
    [InlineData("""{"mbox":""}""", "InvalidMbox", "actor.mbox")]
    [InlineData("""{"mbox":"mailto:"}""", "InvalidMbox", "actor.mbox")]
    [InlineData("""{"mbox":"mailto:siti"}""", "InvalidMbox", "actor.mbox")]
    [InlineData("""{"mbox":"mailto:@example.go.id"}""", "InvalidMbox", "actor.mbox")]
    [InlineData("""{"mbox":"mailto:siti@"}""", "InvalidMbox", "actor.mbox")]
    [InlineData("""{"mbox":"mailto:a@b.id,c@d.id"}""", "InvalidMbox", "actor.mbox")]
    [InlineData("""{"mbox":"mailto:a@b@c.id"}""", "InvalidMbox", "actor.mbox")]
    [InlineData("""{"mbox":"mailto:a@b.id?subject=x"}""", "InvalidMbox", "actor.mbox")]
    [InlineData("""{"mbox":"mailto:si ti@b.id"}""", "InvalidMbox", "actor.mbox")]
    [InlineData("""{"mbox":"Mailto:siti@b.id"}""", "InvalidMbox", "actor.mbox")]
    [InlineData("""{"mbox":5}""", "WrongType", "actor.mbox")]
    [InlineData("""{"mbox_sha1sum":"ebd31e95"}""", "InvalidMboxSha1Sum", "actor.mbox_sha1sum")]
    [InlineData("""{"mbox_sha1sum":"zbd31e95054c018b10727ccffd2ef2ec3a016ee9"}""", "InvalidMboxSha1Sum", "actor.mbox_sha1sum")]
    [InlineData("""{"openid":"siti.example.org"}""", "InvalidIri", "actor.openid")]
    [InlineData("""{"openid":"http://contoh.id/sïti"}""", "InvalidIri", "actor.openid")]
    [InlineData("""{"openid":""}""", "InvalidIri", "actor.openid")]
    [InlineData("""{"account":"1625378"}""", "WrongType", "actor.account")]
    [InlineData("""{"account":{}}""", "MissingProperty", "actor.account.name")]
    [InlineData("""{"account":{"name":"1"}}""", "MissingProperty", "actor.account.homePage")]
    [InlineData("""{"account":{"homePage":"http://a.id"}}""", "MissingProperty", "actor.account.name")]
    [InlineData("""{"account":{"homePage":"lms.example.go.id","name":"1"}}""", "InvalidIri", "actor.account.homePage")]
    [InlineData("""{"account":{"homePage":"http://a.id","name":1}}""", "WrongType", "actor.account.name")]
    [InlineData("""{"account":{"homepage":"http://a.id","name":"1"}}""", "UnknownProperty", "actor.account.homepage")]
    [InlineData("""[]""", "WrongType", "actor")]
    [InlineData(""" "mailto:a@b.id" """, "WrongType", "actor")]
    public void Refuses_an_actor(string actor, string error, string path)
    {
        Refuses(Some.Statement(actor: actor), error, path);
        Refuses(Some.Statement(more: $"\"context\":{{\"instructor\":{actor}}}"), error, "context.instructor" + path["actor".Length..]);
    }

    [Theory]
    [InlineData("""{"mbox":"Siti Rahayu"}""")]
    [InlineData("""{"mbox":"mailto:Siti Rahayu"}""")]
    [InlineData("""{"mbox_sha1sum":"Siti Rahayu"}""")]
    [InlineData("""{"openid":"Siti Rahayu"}""")]
    [InlineData("""{"account":{"homePage":"Siti Rahayu","name":"Siti Rahayu"}}""")]
    [InlineData("""{"name":"Siti Rahayu","mbox_sha1sum":"ebd31e95054c018b10727ccffd2ef2ec3a016ee9","mbox":"mailto:siti@rahayu.id"}""")]
    public void Never_quotes_what_an_actor_is_called(string actor)
    {
        var error = Parse(Some.Statement(actor: actor)).Error;

        Assert.DoesNotContain("siti", error.ToString(), StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("rahayu", error.Message, StringComparison.OrdinalIgnoreCase);
    }

    [Theory]
    [InlineData(Some.Agent, null, "")]
    [InlineData(Some.Group, null, "")]
    [InlineData("""{"mbox":"a@b.id"}""", "InvalidMbox", "mbox")]
    [InlineData("""{"mbox":"mailto:a@b.id","name":null}""", "NullValue", "name")]
    [InlineData("""{}""", "NoIdentifier", "")]
    [InlineData("""[]""", "WrongType", "")]
    [InlineData("""{"mbox":"mailto:a@b.id"} {}""", "MalformedJson", "")]
    [InlineData("", "MalformedJson", "")]
    public void Checks_an_actor_that_stands_alone(string actor, string? error, string path)
    {
        var refusal = StatementParser.CheckActor(Encoding.UTF8.GetBytes(actor));

        Assert.Equal((error, path, null), (refusal?.GetType().Name, refusal?.Path ?? "", refusal?.Index));
    }

    [Theory]
    [InlineData(Some.Agent)]
    [InlineData("""{"objectType":"Group","member":[{"account":{"homePage":"http://a.id/OAuth","name":"app"}},{"mbox":"mailto:bob@example.com"}]}""")]
    public void Accepts_an_authority(string authority) => Accepts(Some.Statement(more: $"\"authority\":{authority}"));

    [Theory]
    [InlineData("""{"name":"LMS"}""", "NoIdentifier")]
    [InlineData("""{"objectType":"Group","mbox":"mailto:a@b.id"}""", "InvalidAuthority")]
    [InlineData("""{"objectType":"Group","member":[]}""", "InvalidAuthority")]
    [InlineData("""{"objectType":"Group","member":[{"mbox":"mailto:a@b.id"}]}""", "InvalidAuthority")]
    [InlineData("""{"objectType":"Group","member":[{"mbox":"mailto:a@b.id"},{"mbox":"mailto:b@b.id"},{"mbox":"mailto:c@b.id"}]}""", "InvalidAuthority")]
    [InlineData("""{"objectType":"Group","openid":"http://a.id/","member":[{"account":{"homePage":"http://a.id","name":"1"}},{"mbox":"mailto:b@b.id"}]}""", "InvalidAuthority")]
    [InlineData("""{"objectType":"Group","member":[{"mbox":"mailto:a@b.id"},{"mbox":"mailto:b@b.id"}]}""", "InvalidAuthority")]
    [InlineData("""{"objectType":"Group","member":[{"account":{"homePage":"http://a.id","name":"1"}},{"mbox":"mailto:b@b.id"},{"mbox":"mailto:c@b.id"}]}""", "InvalidAuthority")]
    public void Refuses_an_authority(string authority, string error) =>
        Refuses(Some.Statement(more: $"\"authority\":{authority}"), error, "authority");
}
