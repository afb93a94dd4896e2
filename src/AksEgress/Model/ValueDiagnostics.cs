using AksEgress.Diagnostics;
using static AksEgress.Diagnostics.DiagnosticSeverity;

namespace AksEgress.Model;

/// <summary>What can be wrong with the text of a single value.</summary>
public static class ValueDiagnostics
{
    /// <summary>Not an IPv4 address.</summary>
    public static readonly DiagnosticDescriptor Address = new("AKSE2001", Error, "An address is four decimal numbers from 0 to 255");

    /// <summary>Not an address prefix.</summary>
    public static readonly DiagnosticDescriptor Prefix = new("AKSE2002", Error, "An address prefix is an IPv4 address, a slash and a length from 0 to 32");

    /// <summary>Bits set right of the prefix length.</summary>
    public static readonly DiagnosticDescriptor HostBits = new("AKSE2003", Error, "An address prefix starts at the first address of its network");

    /// <summary>Not a range of addresses as firewall rules take it.</summary>
    public static readonly DiagnosticDescriptor AddressRange = new("AKSE2004", Error, "Firewall rules take '*', an address, a prefix or a range from a lower to a higher address");

    /// <summary>Not a port or range of ports.</summary>
    public static readonly DiagnosticDescriptor Port = new("AKSE2005", Error, "A port is '*', a number from 1 to 65535, or a range from a lower to a higher one");

    /// <summary>Not a fully qualified domain name.</summary>
    public static readonly DiagnosticDescriptor Fqdn = new("AKSE2006", Error, "A host is a fully qualified domain name");

    /// <summary>A wildcard anywhere but at the left.</summary>
    public static readonly DiagnosticDescriptor Wildcard = new("AKSE2007", Error, "A wildcard stands only at the left of a host in an application rule");

    /// <summary>A priority outside 100 to 65000.</summary>
    public static readonly DiagnosticDescriptor Priority = new("AKSE2008", Error, "Priorities go from 100 to 65000");

    /// <summary>Not a service tag's name.</summary>
    public static readonly DiagnosticDescriptor ServiceTag = new("AKSE2009", Error, "A service tag is a name, or a name, a dot and a region");

    /// <summary>Not an FQDN tag's name.</summary>
    public static readonly DiagnosticDescriptor FqdnTag = new("AKSE2010", Error, "An FQDN tag is a name of letters, digits and dots");

    /// <summary>Not a frontend, nor an address.</summary>
    public static readonly DiagnosticDescriptor DnatDestination = new("AKSE2011", Error, "A DNAT rule's destination is a frontend of the firewall or an address");

    /// <summary>All of them, in the order of their codes.</summary>
    public static IReadOnlyList<DiagnosticDescriptor> All { get; } = [Address, Prefix, HostBits, AddressRange, Port, Fqdn, Wildcard, Priority, ServiceTag, FqdnTag, DnatDestination];
}
