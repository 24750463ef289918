using System.IO.Hashing;
using System.Text;

namespace Testing;

/// <summary>Which statement stream the tested processes use: with <c>LRS_TEST_STREAM=kafka</c> one Kafka of this test run, else the embedded one.</summary>
public static class TestStream
{
    /// <summary>Marks what only one stream promises.</summary>
    public const string Trait = "Stream";

    /// <summary>
    /// <c>stored</c> in the order of arrival, and 409 for two statements that arrive at once under one id. Over Kafka each partition has an order of its
    /// own, and the later of two is set aside (decision 20).
    /// </summary>
    public const string Embedded = "Embedded";

    private static readonly Lazy<Task<KafkaBroker>> Broker = new(async () =>
    {
        var broker = await KafkaBroker.StartAsync();
        AppDomain.CurrentDomain.ProcessExit += (_, _) => broker.Dispose();
        return broker;
    });

    public static bool IsKafka => Environment.GetEnvironmentVariable("LRS_TEST_STREAM") == "kafka";

    /// <summary>Topics of its own for each data directory, and the same again for a process that is started on it again.</summary>
    public static async Task<IReadOnlyDictionary<string, string>> SettingsAsync(string dataDirectory)
    {
        if (!IsKafka)
            return new Dictionary<string, string>();
        KafkaBroker.Require();
        return new Dictionary<string, string>
        {
            ["LRS_KAFKA"] = (await Broker.Value).Servers,
            ["LRS_LIBRDKAFKA"] = KafkaBroker.Library,
            ["Kafka__TopicPrefix"] = "t" + Convert.ToHexStringLower(XxHash128.Hash(Encoding.UTF8.GetBytes(dataDirectory))),
            ["Kafka__Partitions"] = "6",
            // Tests assert what a patient platform sees; how long it takes is for benchmarks.
            ["Kafka__ReadYourWritesWithin"] = "00:00:30",
        };
    }
}
