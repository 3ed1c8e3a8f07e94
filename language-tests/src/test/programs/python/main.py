"""Posts the reports that stand in the lines of the standard input, prints for each what came of it, and then how many
sessions the server lists."""

import os
import sys

from pydantic import ValidationError

from remote_assistance import (
    ApiClient,
    ApiException,
    Configuration,
    DeviceManagementApi,
    Report,
    ReportQuery,
    ReportRemoteAssistanceRequest,
    ReportsApi,
)


def post(api, report):
    try:
        request = ReportRemoteAssistanceRequest.from_json(report)
    except ValidationError as refusal:
        print(refusal, file=sys.stderr)
        return "not sent"
    try:
        return api.report_remote_assistance_with_http_info(request).status_code
    except ApiException as refusal:
        return refusal.status


with ApiClient(Configuration(host=os.environ["ROOT"], access_token=os.environ["TOKEN"])) as client:
    for line in sys.stdin:
        print(post(DeviceManagementApi(client), line))
    # The method that reads by itself asks for application/json, and takes its Base64 for a Report.
    answer = ReportsApi(client).get_remote_assistance_sessions_report_without_preload_content(
        ReportQuery(), _headers={"Accept": "application/octet-stream"}
    )
    print(Report.from_json(answer.data).total_row_count, "sessions")
