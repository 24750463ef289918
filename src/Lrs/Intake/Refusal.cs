using Lrs.Http;

namespace Lrs.Intake;

/// <summary>One refused request, without anything it held.</summary>
/// <param name="Request">Method and resource: <c>POST /xapi/statements</c>.</param>
/// <param name="StatementIndex">Of the statement that was refused first, from 0; null where the request as a whole was.</param>
internal sealed record Refusal(string Provider, DateTimeOffset RefusedAt, string Request, RefusalReason Reason, int? StatementIndex);

/// <summary>Why: refusals with the same reason are counted together.</summary>
/// <param name="Status">Of the answer, 400 to 499; 0 for <see cref="Other"/>.</param>
/// <param name="Code">A word, as in the answer.</param>
/// <param name="Path">Where in the request, with <c>*</c> for every index: <c>$[*].actor.mbox</c>; empty where it has no place.</param>
/// <param name="Rule">The section of the specification; empty where none is named.</param>
internal readonly record struct RefusalReason(int Status, string Code, string Path, string Rule)
{
    /// <summary>Under this are counted those whose reasons are too many to be kept apart.</summary>
    public static readonly RefusalReason Other = new(0, "other", "", "");

    public static RefusalReason Of(int status, XapiProblem? problem) =>
        new(status, problem?.Code ?? CodeOf(status), RefusalPath.Of(problem), problem?.Rule ?? "");

    private static string CodeOf(int status) => status switch
    {
        StatusCodes.Status400BadRequest => "bad_request",
        StatusCodes.Status401Unauthorized => "unauthorized",
        StatusCodes.Status403Forbidden => "forbidden",
        StatusCodes.Status405MethodNotAllowed => "method_not_allowed",
        StatusCodes.Status408RequestTimeout => "too_slow",
        StatusCodes.Status409Conflict => "conflict",
        StatusCodes.Status412PreconditionFailed => "precondition_failed",
        StatusCodes.Status413PayloadTooLarge => "too_large",
        StatusCodes.Status415UnsupportedMediaType => "unsupported_media_type",
        _ => "refused",
    };
}
