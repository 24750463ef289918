namespace Lrs.Http;

/// <summary>What is answered where the code that should have answered threw: problem+json, like every other refusal.</summary>
internal static class ErrorAnswers
{
    public static void UseErrorAnswers(this WebApplication app) => app.UseExceptionHandler(new ExceptionHandlerOptions
    {
        // Of these the client is the cause: a body that breaks HTTP's framing, or that comes too slowly.
        StatusCodeSelector = static e => e is BadHttpRequestException bad ? bad.StatusCode : StatusCodes.Status500InternalServerError,
        SuppressDiagnosticsCallback = static context => context.Exception is BadHttpRequestException,
    });
}
