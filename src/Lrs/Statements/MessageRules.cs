using Analytics.Streaming.Kafka;
using Microsoft.Extensions.Options;

namespace Lrs.Statements;

/// <summary>Whatever may be posted must fit into a message of Kafka: no statement is accepted that cannot be published.</summary>
internal sealed class MessageRules(IOptions<KafkaConnectionOptions> connection, IOptions<StatementsOptions> statements) : IValidateOptions<KafkaOptions>
{
    // What a message has beside its statement: provider, authority, headers.
    private const int RoomForTheRest = 1024 * 1024;

    public ValidateOptionsResult Validate(string? name, KafkaOptions options)
    {
        var needed = statements.Value.MaxBodyBytes + (long)RoomForTheRest;
        return !connection.Value.IsUsed || options.MaxMessageBytes >= needed
            ? ValidateOptionsResult.Success
            : ValidateOptionsResult.Fail($"Kafka:MaxMessageBytes is {options.MaxMessageBytes}; with Statements:MaxBodyBytes {statements.Value.MaxBodyBytes} it must be {needed} at least.");
    }
}
