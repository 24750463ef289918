using System.ComponentModel.DataAnnotations;
using Lrs.Documents;
using Lrs.Statements;
using Lrs.Statements.Attachments;
using Microsoft.Extensions.Options;

namespace Lrs;

/// <summary>Where the service listens.</summary>
internal sealed class HostingOptions
{
    /// <summary>The addresses, separated by <c>;</c>. Default: http://127.0.0.1:8080.</summary>
    [Required]
    [ConfigurationKeyName("LRS_URLS")]
    public string Urls { get; set; } = "http://127.0.0.1:8080";
}

internal static class Hosting
{
    /// <summary>Settings of the web server itself: addresses, limits, how it stops, what it says of itself.</summary>
    public static RolesOptions AddHosting(this WebApplicationBuilder builder)
    {
        // Written on a command line as --roles.
        builder.Configuration["LRS_ROLES"] = builder.Configuration["roles"] ?? builder.Configuration["LRS_ROLES"] ?? new RolesOptions().Roles;
        builder.Services.AddOptions<RolesOptions>().BindConfiguration("").ValidateOnStart();
        builder.Services.AddSingleton<IValidateOptions<RolesOptions>, RolesRules>();

        var urls = builder.Configuration.GetValue<string>("LRS_URLS") ?? new HostingOptions().Urls;
        builder.WebHost.UseUrls(urls);
        builder.Services.AddOptions<HostingOptions>().BindConfiguration("").ValidateDataAnnotations().ValidateOnStart();
        builder.Services.AddOptions<Microsoft.AspNetCore.Server.Kestrel.Core.KestrelServerOptions>()
            .Configure<IOptions<StatementsOptions>, IOptions<AttachmentsOptions>, IOptions<DocumentsOptions>>((kestrel, statements, attachments, documents) =>
            {
                kestrel.AddServerHeader = false;
                // An agent with its members, percent-encoded, is long; and 2.0 has no form that it could stand in instead.
                kestrel.Limits.MaxRequestLineSize = 64 * 1024;
                // A little more than what is read, so that our own answer, which says the limit, comes first.
                long[] read = [statements.Value.MaxBodyBytes, attachments.Value.MaxRequestBytes, documents.Value.MaxDocumentBytes];
                kestrel.Limits.MaxRequestBodySize = Math.Max(read.Max() + 1024, 512L * 1024 * 1024);
            });
        builder.Services.AddProblemDetails();
        builder.Logging.AddFilter("Microsoft.AspNetCore", LogLevel.Warning);
        // Why it does not start is said at the end, in a sentence where there is one.
        builder.Logging.AddFilter("Microsoft.Extensions.Hosting.Internal.Host", LogLevel.Critical);
        // The session keys are in a database that only its owner can read: that is their protection, and what this warning asks about.
        builder.Logging.AddFilter("Microsoft.AspNetCore.DataProtection", LogLevel.Error);
        return builder.Configuration.Get<RolesOptions>()!;
    }
}
