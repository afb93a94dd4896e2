using AksEgress.Knowledge;
using AzureCloud = AksEgress.Model.AzureCloud;

namespace AksEgress.Tests.Knowledge;

// Written by hand from the AKS article on outbound rules, not from our data.
public sealed class AgentEndpointsTests
{
    [Theory]
    [InlineData(
        "azure-monitor",
        AzureCloud.Public,
        """
        https:443 *.ods.opinsights.azure.com *.oms.opinsights.azure.com dc.services.visualstudio.com
                  *.in.applicationinsights.azure.com *.monitoring.azure.com login.microsoftonline.com
                  global.handler.control.monitor.azure.com *.ingest.monitor.azure.com *.metrics.ingest.monitor.azure.com
                  {location}.handler.control.monitor.azure.com
        """)]
    [InlineData(
        "azure-monitor",
        AzureCloud.UsGovernment,
        """
        https:443 *.ods.opinsights.azure.us *.oms.opinsights.azure.us dc.services.visualstudio.com
                  *.in.applicationinsights.azure.com global.handler.control.monitor.azure.us
                  {location}.handler.control.monitor.azure.us *.ingest.monitor.azure.us *.metrics.ingest.monitor.azure.us
        """)]
    [InlineData(
        "azure-monitor",
        AzureCloud.China,
        """
        https:443 *.ods.opinsights.azure.cn *.oms.opinsights.azure.cn dc.services.visualstudio.com
                  *.in.applicationinsights.azure.com global.handler.control.monitor.azure.cn
                  {location}.handler.control.monitor.azure.cn *.ingest.monitor.azure.cn *.metrics.ingest.monitor.azure.cn
        """)]
    [InlineData(
        "defender",
        AzureCloud.Public,
        """
        https:443 login.microsoftonline.com *.ods.opinsights.azure.com *.oms.opinsights.azure.com *.cloud.defender.microsoft.com
        """)]
    [InlineData(
        "defender",
        AzureCloud.UsGovernment,
        """
        https:443 login.microsoftonline.us *.ods.opinsights.azure.us *.oms.opinsights.azure.us *.cloud.defender.microsoft.com
        """)]
    [InlineData(
        "azure-extensions",
        AzureCloud.Public,
        """
        https:443 {location}.dp.kubernetesconfiguration.azure.com mcr.microsoft.com *.data.mcr.microsoft.com
                  arcmktplaceprod.azurecr.io arcmktplaceprod.centralindia.data.azurecr.io
                  arcmktplaceprod.japaneast.data.azurecr.io arcmktplaceprod.westus2.data.azurecr.io
                  arcmktplaceprod.westeurope.data.azurecr.io arcmktplaceprod.eastus.data.azurecr.io
                  *.ingestion.msftcloudes.com *.microsoftmetrics.com marketplaceapi.microsoft.com
        """)]
    [InlineData(
        "azure-extensions",
        AzureCloud.UsGovernment,
        "https:443 {location}.dp.kubernetesconfiguration.azure.us mcr.microsoft.com *.data.mcr.microsoft.com")]
    public void Agents_set_holds_the_hosts_that_they_report_to(string set, AzureCloud cloud, string list) =>
        EndpointInventory.AssertHolds(list, set, cloud);
}
