namespace AksEgress.Model;

/// <summary>An Azure service with an endpoint in a subnet: the subnet reaches it directly, by routes of its own that no route table overrides.</summary>
public enum ServiceEndpoint
{
    /// <summary><c>Microsoft.Storage</c>, in the same region.</summary>
    Storage,

    /// <summary><c>Microsoft.Storage.Global</c>, in every region.</summary>
    StorageGlobal,

    /// <summary><c>Microsoft.Sql</c>.</summary>
    Sql,

    /// <summary><c>Microsoft.AzureCosmosDB</c>.</summary>
    AzureCosmosDB,

    /// <summary><c>Microsoft.KeyVault</c>.</summary>
    KeyVault,

    /// <summary><c>Microsoft.ServiceBus</c>.</summary>
    ServiceBus,

    /// <summary><c>Microsoft.EventHub</c>.</summary>
    EventHub,

    /// <summary><c>Microsoft.Web</c>.</summary>
    Web,

    /// <summary><c>Microsoft.CognitiveServices</c>.</summary>
    CognitiveServices,

    /// <summary><c>Microsoft.ContainerRegistry</c>.</summary>
    ContainerRegistry,
}
