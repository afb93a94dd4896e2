namespace AksEgress.Model;

/// <summary>The firewall's public addresses: so many single ones, or those of one public IP prefix.</summary>
public sealed record Frontends : Node
{
    /// <summary>Number of single public addresses, 1 to 250. Default: 1, or all addresses of the prefix.</summary>
    public int? Count { get; init; }

    /// <summary>Length of a public IP prefix, 28 (16 addresses) to 31 (2). One prefix is one route and one authorised range. Default: none.</summary>
    public int? PrefixLength { get; init; }

    /// <summary>Name of the first public address; the others carry <c>-2</c>, <c>-3</c> … behind it. Default: <c>&lt;name&gt;-fwpublicip</c>.</summary>
    public string? Name { get; init; }

    /// <summary>Name of the first IP configuration; the others carry <c>-2</c>, <c>-3</c> … behind it. Default: <c>&lt;name&gt;-fwconfig</c>.</summary>
    public string? ConfigurationName { get; init; }

    /// <summary>Name of the public IP prefix. Default: <c>&lt;name&gt;-fwpublicipprefix</c> where there is a length.</summary>
    public string? PrefixName { get; init; }
}
