namespace Testing;

/// <summary>Good examples of what the system handles, as JSON text: a test states only what matters to it.</summary>
public static partial class Some
{
    public const string Agent = """{"mbox":"mailto:siti@example.go.id"}""";
    public const string Group = """{"objectType":"Group","member":[{"mbox":"mailto:siti@example.go.id"}]}""";
    public const string Verb = """{"id":"http://adlnet.gov/expapi/verbs/completed"}""";
    public const string Activity = """{"id":"https://lms.example.go.id/course/7"}""";
    public const string Uuid = "12345678-1234-5678-9234-567812345678";
    public const string StatementRef = $$"""{"objectType":"StatementRef","id":"{{Uuid}}"}""";

    public const string Attachment =
        """
        {"usageType":"http://id.tincanapi.com/attachment/certificate-of-completion","display":{"id":"Sertifikat"},
         "contentType":"application/pdf","length":12,"fileUrl":"https://files.example.go.id/1.pdf",
         "sha2":"495395e777cd98da653df9615d09c0fd6bb2f8d4788394cd53c56a3bfdcd848a"}
        """;

    /// <summary>A statement; <paramref name="more"/> are further properties as JSON text, such as <c>"result":{}</c>.</summary>
    public static string Statement(string actor = Agent, string verb = Verb, string @object = Activity, string more = "") =>
        $$"""{"actor":{{actor}},"verb":{{verb}},"object":{{@object}}{{(more.Length > 0 ? "," : "")}}{{more}}}""";

    /// <summary>A SubStatement, to stand as the object of a statement.</summary>
    public static string SubStatement(string @object = Activity, string more = "") =>
        Statement(@object: @object, more: $"\"objectType\":\"SubStatement\"{(more.Length > 0 ? "," : "")}{more}");

    /// <summary>A statement whose object is a SubStatement with the given object and further properties.</summary>
    public static string WithSubStatement(string @object = Activity, string more = "") =>
        Statement(@object: SubStatement(@object, more));
}
