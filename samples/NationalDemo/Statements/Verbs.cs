namespace Samples.Statements;

internal sealed record Verb(string Id, string Indonesian, string English)
{
    private const string Adl = "http://adlnet.gov/expapi/verbs/";

    public static readonly Verb Launched = new(Adl + "launched", "membuka", "launched");
    public static readonly Verb Initialized = new(Adl + "initialized", "memulai", "initialized");
    public static readonly Verb Progressed = new(Adl + "progressed", "maju", "progressed");
    public static readonly Verb Completed = new(Adl + "completed", "menyelesaikan", "completed");
    public static readonly Verb Passed = new(Adl + "passed", "lulus", "passed");
    public static readonly Verb Failed = new(Adl + "failed", "gagal", "failed");
    public static readonly Verb Attended = new(Adl + "attended", "menghadiri", "attended");
    public static readonly Verb Terminated = new(Adl + "terminated", "mengakhiri", "terminated");
    public static readonly Verb Commented = new(Adl + "commented", "menanggapi", "commented");
    public static readonly Verb Registered = new(Adl + "registered", "mendaftar", "registered");
    public static readonly Verb Voided = new(Adl + "voided", "membatalkan", "voided");
    public static readonly Verb Satisfied = new("https://w3id.org/xapi/adl/verbs/satisfied", "memenuhi", "satisfied");
    public static readonly Verb Viewed = new("http://id.tincanapi.com/verb/viewed", "melihat", "Viewed");
    public static readonly Verb Rated = new("http://id.tincanapi.com/verb/rated", "menilai", "rated");
}
