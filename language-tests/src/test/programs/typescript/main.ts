// Posts the reports that stand in the lines of the standard input, prints for each what came of it, and then how many
// sessions the server lists.
import { readFileSync } from "node:fs";
import * as client from "./client";
import { Configuration, DeviceManagementApi, ReportRemoteAssistanceRequest, ReportsApi, ResponseError } from "./client";

const configuration = new Configuration({ basePath: process.env.ROOT, accessToken: process.env.TOKEN });
const api = new DeviceManagementApi(configuration);
// A client with withoutRuntimeChecks takes JSON as it is, and has no function for it.
const fromJSON: (json: any) => ReportRemoteAssistanceRequest =
  (client as any).ReportRemoteAssistanceRequestFromJSON ?? ((json) => json);

async function post(report: string): Promise<string> {
  let request: ReportRemoteAssistanceRequest;
  try {
    request = fromJSON(JSON.parse(report));
  } catch {
    return "not sent";
  }
  try {
    const answer = await api.reportRemoteAssistanceRaw({ reportRemoteAssistanceRequest: request });
    return String(answer.raw.status);
  } catch (refusal) {
    if (refusal instanceof ResponseError) {
      return String(refusal.response.status);
    }
    throw refusal;
  }
}

async function main(): Promise<void> {
  for (const report of readFileSync(0, "utf8").trimEnd().split("\n")) {
    console.log(await post(report));
  }
  const sessions = await new ReportsApi(configuration).getRemoteAssistanceSessionsReport({ reportQuery: {} });
  console.log(`${sessions.TotalRowCount} sessions`);
}

main().catch((failure) => {
  console.error(failure);
  process.exitCode = 1;
});
