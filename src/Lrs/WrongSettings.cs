using System.Text.RegularExpressions;
using Analytics.Compliance;
using Microsoft.AspNetCore.Connections;
using Microsoft.Extensions.Options;

namespace Lrs;

/// <summary>A setting, or two together, that the service does not start with; the message is for whoever set it.</summary>
internal sealed class WrongSettingException(string message) : Exception(message);

/// <summary>Says what is wrong with the settings in sentences, before anything is started, instead of a stack trace after it.</summary>
internal static partial class WrongSettings
{
    /// <summary>Reads every setting and rule pack now.</summary>
    /// <exception cref="Exception">What <see cref="Sentences"/> knows, or a fault of ours.</exception>
    public static void CheckSettings(this WebApplication app)
    {
        app.Services.GetService<IStartupValidator>()?.Validate();
        // Those that run in the background are made of what reads files.
        _ = app.Services.GetServices<IHostedService>().Count();
    }

    /// <summary>One for each thing that is wrong; none where the exception is not about settings.</summary>
    public static IReadOnlyList<string> Sentences(Exception exception) => exception switch
    {
        AggregateException all => [.. all.InnerExceptions.SelectMany(Sentences)],
        OptionsValidationException options => [.. options.Failures.Select(failure => Sentence(options, failure))],
        WrongSettingException or RulePackException => [exception.Message],
        // Most often the service runs already.
        IOException { InnerException: AddressInUseException } => [$"LRS_URLS: {exception.Message}"],
        // A text where a number is expected: the binder's message names both.
        InvalidOperationException { Source: "Microsoft.Extensions.Configuration.Binder" } => [exception.Message],
        _ => [],
    };

    // A rule of several settings together says it in its own words; one of a single setting is wrapped by the framework.
    private static string Sentence(OptionsValidationException exception, string failure) =>
        Reason().Match(failure) is { Success: true } reason ? SectionOf(exception) + reason.Groups[1].Value : failure;

    // Where the setting stands: "Statements: The field MaxDepth must be ...". Variables of the environment name themselves in full.
    private static string SectionOf(OptionsValidationException exception) =>
        exception.OptionsType.GetField("Section")?.GetRawConstantValue() is string section ? section + ": " : "";

    [GeneratedRegex("with the error: '(.*)'\\.$", RegexOptions.Singleline)]
    private static partial Regex Reason();
}
