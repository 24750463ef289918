using System.Net;
using Testing;

namespace Lrs.Tests.Http;

/// <summary>LRS_XAPI_DEFAULT_VERSION: what the header of an answer says where the request named no version (xAPI Communication 3.3).</summary>
public sealed class DefaultVersionTests
{
    [Fact]
    public async Task Stands_in_the_answer_to_a_request_that_names_none_and_in_no_other()
    {
        using var directory = new TestDirectory();
        await using var lrs = await LrsProcess.StartAsync(directory.Path, "--LRS_XAPI_DEFAULT_VERSION=1.0.3");
        Assert.Equal((HttpStatusCode.BadRequest, "1.0.3"), await AskAsync("statements", version: null));
        Assert.Equal((HttpStatusCode.BadRequest, "1.0.3"), await AskAsync("statements", "3.0"));
        Assert.Equal((HttpStatusCode.OK, "1.0.3"), await AskAsync("about", version: null));
        Assert.Equal((HttpStatusCode.OK, "2.0.0"), await AskAsync("about", "2.0.0"));
        Assert.Equal((HttpStatusCode.OK, "2.0.0"), await AskAsync("statements", "2.0"));

        async Task<(HttpStatusCode, string)> AskAsync(string resource, string? version)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, $"/xapi/{resource}");
            request.Headers.Authorization = lrs.Root.DefaultRequestHeaders.Authorization;
            if (version is not null)
                request.Headers.Add("X-Experience-API-Version", version);
            using var http = new HttpClient { BaseAddress = lrs.Address };
            using var response = await http.SendAsync(request);
            return (response.StatusCode, Assert.Single(response.Headers.GetValues("X-Experience-API-Version")));
        }
    }
}
