using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;

namespace Lrs.Http;

/// <summary>
/// The alternate request syntax of 1.0.3 (xAPI Communication 1.3), for pages that can neither set headers nor send another method than POST:
/// <c>POST …?method=PUT</c> with all else in a form. The request is rewritten to the one that was meant before anything else looks at it,
/// so every resource, sign-in and the version gate see no difference. Version 2.0 has no such syntax and refuses it.
/// </summary>
internal sealed class AlternateRequestSyntax(RequestDelegate next, RequestBodies bodies, IOptions<RequestsOptions> options)
{
    private const string Parameter = "method";
    private const string Rule = "xAPI Communication 1.3";
    private const string FormType = "application/x-www-form-urlencoded";
    private const string NotInVersion2 = "Version 2.0 has no parameter method: send the request as it is meant, or as version 1.0.3.";

    private static readonly string[] Methods =
        [HttpMethods.Get, HttpMethods.Head, HttpMethods.Put, HttpMethods.Post, HttpMethods.Delete];

    public async Task InvokeAsync(HttpContext context)
    {
        var request = context.Request;
        var isMeant = IsMeant(request);
        if (!isMeant && !IsFormOfStatements(request))
        {
            await next(context);
            return;
        }

        if ((isMeant ? WhatIsWrong(request) : $"A body of type {FormType} goes with the parameter method alone.") is { } wrong)
        {
            await RefuseAsync(context, XapiProblem.BadRequest(wrong, Rule));
            return;
        }

        // Until the answer: the form's content is the body that is meant.
        using var body = await bodies.ReadFormAsync(request, options.Value.MaxFormBytes, context.RequestAborted);
        var (form, refusal) = Parse(body);
        if (form is not null)
            Rewrite(request, form);
        if (form is not null && IsVersion2(request))
            refusal = XapiProblem.BadRequest(NotInVersion2, Rule);
        if (refusal is null)
            await NextAsync(context);
        else
            await RefuseAsync(context, refusal);
    }

    // The answer is of 1.0.3, the only version that has forms, where the version stands in a form that was not read.
    private static Task RefuseAsync(HttpContext context, IResult refusal)
    {
        context.Request.Headers.TryAdd(XapiVersionHeader.Name, XapiVersion.V1_0_3.Text());
        return refusal.ExecuteAsync(context);
    }

    private (AlternateForm? Form, IResult? Refusal) Parse(RequestBody? body)
    {
        if (body is null)
            return (null, XapiProblem.TooLarge(options.Value.MaxFormBytes));
        return AlternateForm.TryParse(body.Memory.Span, out var form, out var problem)
            ? (form, null)
            : (null, XapiProblem.BadRequest(problem, Rule));
    }

    // In any letter case, so that "Method" is refused here and not overlooked. A preflight, by OPTIONS, is for the same address.
    private static bool IsMeant(HttpRequest request) =>
        request.Path.StartsWithSegments("/xapi") && request.Query.ContainsKey(Parameter) && !HttpMethods.IsOptions(request.Method);

    // xAPI Communication 3.2. A document, unlike a statement, may be of this type.
    private static bool IsFormOfStatements(HttpRequest request) =>
        HttpMethods.IsPost(request.Method) && request.Path.StartsWithSegments("/xapi/statements") && IsOfType(request, FormType);

    private static string? WhatIsWrong(HttpRequest request)
    {
        if (!HttpMethods.IsPost(request.Method))
            return "The parameter method goes with POST alone.";
        if (IsVersion2(request))
            return NotInVersion2;
        if (request.Query.Count > 1)
            return "Beside method no parameter may stand in the address: put the others into the form.";
        // The dictionary compares without case; the standard does not.
        if (!request.Query.Keys.Contains(Parameter, StringComparer.Ordinal) || !Methods.Contains(request.Query[Parameter].ToString()))
            return $"The parameter method, in these letters, names one of {string.Join(", ", Methods)}, once.";
        // Internet Explorer's XDomainRequest, which the syntax was made for, says text/plain or nothing.
        return request.ContentType is null or "" || IsOfType(request, FormType) || IsOfType(request, "text/plain")
            ? null
            : $"With the parameter method the body is a form, {FormType}.";
    }

    private static bool IsOfType(HttpRequest request, string type) =>
        MediaTypeHeaderValue.TryParse(request.ContentType, out var given) && given.MediaType.Equals(type, StringComparison.OrdinalIgnoreCase);

    private static bool IsVersion2(HttpRequest request) =>
        XapiVersionHeader.Parse(request.Headers[XapiVersionHeader.Name].ToString()) == XapiVersion.V2_0_0;

    private static void Rewrite(HttpRequest request, AlternateForm form)
    {
        request.Method = request.Query[Parameter].ToString();
        request.QueryString = QueryString.Create(form.Parameters);
        request.Headers.Remove(HeaderNames.ContentEncoding);
        request.Headers.Remove(HeaderNames.TransferEncoding);
        request.Headers.Remove(HeaderNames.ContentType);
        // A form of another site comes with the credential that the browser remembers for us, and its user would not know.
        if (request.Headers.Origin.Count > 0)
            request.Headers.Remove(HeaderNames.Authorization);
        foreach (var (name, value) in form.Headers)
            request.Headers[name] = value;
        var hasBody = HttpMethods.IsPut(request.Method) || HttpMethods.IsPost(request.Method);
        var content = hasBody ? form.Content ?? [] : [];
        // What a request normally is (1.5) where the form does not say it.
        if (hasBody && form.Content is not null && !form.Headers.ContainsKey(HeaderNames.ContentType))
            request.ContentType = "application/json";
        request.ContentLength = hasBody ? content.Length : null;
        request.Body = new MemoryStream(content, writable: false);
    }

    private async Task NextAsync(HttpContext context)
    {
        if (!HttpMethods.IsHead(context.Request.Method))
        {
            await next(context);
            return;
        }

        // TRICKY: on the wire this was a POST, so the server would send a body, and the client wait for one of the Content-Length.
        var body = context.Response.Body;
        context.Response.Body = Stream.Null;
        try
        {
            await next(context);
        }
        finally
        {
            context.Response.Body = body;
            if (!context.Response.HasStarted)
                context.Response.ContentLength = 0;
        }
    }
}
