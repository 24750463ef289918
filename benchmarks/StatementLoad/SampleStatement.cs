namespace StatementLoad;

/// <summary>A statement as a course platform sends it: about a kilobyte, with its own id, one of 100,000 people, one of 500 courses.</summary>
internal static class SampleStatement
{
    public static string Json(Guid id, Random random)
    {
        var person = random.Next(100_000);
        var course = random.Next(500);
        return $$$"""
            {"id":"{{{id}}}","actor":{"objectType":"Agent","account":{"homePage":"https://nip.asn.go.id","name":"19850101200901{{{person % 2 + 1}}}{{{person:D3}}}"},"name":"Peserta {{{person}}}"},
            "verb":{"id":"http://adlnet.gov/expapi/verbs/completed","display":{"en-US":"completed","id":"menyelesaikan"}},
            "object":{"id":"https://lms.example.go.id/course/view.php?id={{{course}}}","definition":{"type":"https://w3id.org/xapi/cmi5/activitytype/course","name":{"id":"Kursus nomor {{{course}}}"},"description":{"id":"Materi dasar bagi aparatur sipil negara tentang pelayanan publik berbasis digital."} } },
            "result":{"completion":true,"success":true,"duration":"PT2H15M","score":{"scaled":0.87,"raw":87,"min":0,"max":100}},
            "context":{"registration":"{{{Guid.NewGuid()}}}","platform":"Moodle","language":"id","contextActivities":{"grouping":[{"id":"https://lms.example.go.id"}],"parent":[{"id":"https://lms.example.go.id/course/category/{{{course % 20}}}"}]},"extensions":{"https://lan.go.id/xapi/extensions/jp":{{{random.Next(1, 12)}}} } },
            "timestamp":"2026-{{{random.Next(1, 12):D2}}}-{{{random.Next(1, 28):D2}}}T08:15:30.123Z"}
            """;
    }
}
