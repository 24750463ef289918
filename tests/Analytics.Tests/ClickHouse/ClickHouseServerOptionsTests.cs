using System.ComponentModel.DataAnnotations;
using Analytics.ClickHouse;

namespace Analytics.Tests.ClickHouse;

public sealed class ClickHouseServerOptionsTests
{
    [Fact]
    public void Reads_address_user_password_and_database()
    {
        var connection = new ClickHouseServerOptions { Address = "https://lrs:p%40ss@ch.example:8443/record" }.Connection!;
        Assert.Equal(new Uri("https://ch.example:8443/"), connection.Address);
        Assert.Equal(("lrs", "p@ss", "record"), (connection.User, connection.Password, connection.Database));
    }

    [Fact]
    public void Without_an_address_there_is_no_server() => Assert.Null(new ClickHouseServerOptions().Connection);

    [Fact]
    public void Never_shows_the_password() =>
        Assert.DoesNotContain("secret", new ClickHouseServerOptions { Address = "http://lrs:secret@ch:8123/x" }.Connection!.ToString(), StringComparison.Ordinal);

    [Fact]
    public void An_insert_into_replicas_is_acknowledged_by_most_of_them() =>
        Assert.Contains("insert_quorum=auto", Of("http://ch:8123/x", "nation").Connection!.Settings, StringComparison.Ordinal);

    [Theory]
    [InlineData("clickhouse:9000", null)]
    [InlineData("tcp://clickhouse:9000/lrs", null)]
    [InlineData(null, "nation")]
    [InlineData("http://ch:8123/x", "na'tion")]
    public void Refuses_what_is_no_address_and_a_cluster_without_one(string? address, string? cluster)
    {
        var options = Of(address, cluster);
        Assert.False(Validator.TryValidateObject(options, new ValidationContext(options), null, validateAllProperties: true));
    }

    private static ClickHouseServerOptions Of(string? address, string? cluster) => new() { Address = address, Cluster = cluster };
}
