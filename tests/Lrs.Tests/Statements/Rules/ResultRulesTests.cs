using Testing;
using static Lrs.Tests.Statements.Parsing;

namespace Lrs.Tests.Statements.Rules;

public class ResultRulesTests
{
    [Theory]
    [InlineData("""{}""")]
    [InlineData("""{"success":true,"completion":false,"response":"","duration":"PT1H"}""")]
    [InlineData("""{"duration":"PT1.123456S"}""")]
    [InlineData("""{"score":{}}""")]
    [InlineData("""{"score":{"scaled":-1}}""")]
    [InlineData("""{"score":{"scaled":1.0}}""")]
    [InlineData("""{"score":{"raw":-5e300}}""")]
    [InlineData("""{"score":{"raw":0,"min":0,"max":1}}""")]
    [InlineData("""{"score":{"max":1,"raw":1,"min":0}}""")]
    [InlineData("""{"score":{"raw":7,"min":7}}""")]
    [InlineData("""{"score":{"raw":7,"max":7}}""")]
    [InlineData("""{"extensions":{}}""")]
    public void Accepts_a_result(string result) => Accepts(Some.Statement(more: $"\"result\":{result}"));

    [Theory]
    [InlineData("""[]""", "WrongType", "result")]
    [InlineData("""{"success":"true"}""", "WrongType", "result.success")]
    [InlineData("""{"completion":1}""", "WrongType", "result.completion")]
    [InlineData("""{"completion":null}""", "NullValue", "result.completion")]
    [InlineData("""{"response":{}}""", "WrongType", "result.response")]
    [InlineData("""{"Success":true}""", "UnknownProperty", "result.Success")]
    [InlineData("""{"success":true,"success":true}""", "DuplicateProperty", "result.success")]
    [InlineData("""{"duration":60}""", "WrongType", "result.duration")]
    [InlineData("""{"duration":""}""", "InvalidDuration", "result.duration")]
    [InlineData("""{"duration":"P4W1D"}""", "InvalidDuration", "result.duration")]
    [InlineData("""{"score":5}""", "WrongType", "result.score")]
    [InlineData("""{"score":{"scaled":"0.5"}}""", "WrongType", "result.score.scaled")]
    [InlineData("""{"score":{"scaled":1.01}}""", "OutOfRange", "result.score.scaled")]
    [InlineData("""{"score":{"scaled":-1.01}}""", "OutOfRange", "result.score.scaled")]
    [InlineData("""{"score":{"scaled":1e999}}""", "OutOfRange", "result.score.scaled")]
    [InlineData("""{"score":{"min":1,"max":1}}""", "OutOfRange", "result.score.min")]
    [InlineData("""{"score":{"max":1,"min":2}}""", "OutOfRange", "result.score.min")]
    [InlineData("""{"score":{"raw":1.5,"max":1}}""", "OutOfRange", "result.score.raw")]
    [InlineData("""{"score":{"min":2,"raw":1.5}}""", "OutOfRange", "result.score.raw")]
    [InlineData("""{"score":{"average":1}}""", "UnknownProperty", "result.score.average")]
    public void Refuses_a_result(string result, string error, string path)
    {
        Refuses(Some.Statement(more: $"\"result\":{result}"), error, path);
        Refuses(Some.WithSubStatement(more: $"\"result\":{result}"), error, $"object.{path}");
    }
}
