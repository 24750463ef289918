namespace Testing;

/// <summary>Statements as platforms post them: with an id and an actor known by NIP unless the test says otherwise.</summary>
public static class Posted
{
    public const string Completed = "http://adlnet.gov/expapi/verbs/completed";

    /// <summary>A valid statement as JSON; <paramref name="more"/> is put before its last brace.</summary>
    public static string Statement(
        string? id = null, string? actor = null, string verb = Completed, string? activity = null, string? timestamp = null, string more = "")
    {
        var idProperty = id is null ? "" : $"\"id\":\"{id}\",";
        var timestampProperty = timestamp is null ? "" : $",\"timestamp\":\"{timestamp}\"";
        return "{" + idProperty + $$$"""
            "actor":{{{actor ?? Learner()}}},"verb":{"id":"{{{verb}}}","display":{"en":"did"}},"object":{"id":"{{{activity ?? "https://lms.example.go.id/course/1"}}}"}
            """ + timestampProperty + more + "}";
    }

    public static string Learner(string name = "198501012009011001", string homePage = "https://nip.asn.go.id") =>
        $$"""{"objectType":"Agent","account":{"homePage":"{{homePage}}","name":"{{name}}"} }""";
}
