// Posts the reports that stand in the lines of the standard input, prints for each what came of it, and then how many
// sessions the server lists.
package main

import (
	"bufio"
	"context"
	"encoding/base64"
	"encoding/json"
	"fmt"
	"log"
	"os"

	"example.com/remote-assistance/client"
)

func main() {
	configuration := client.NewConfiguration()
	configuration.Servers = client.ServerConfigurations{{URL: os.Getenv("ROOT")}}
	api := client.NewAPIClient(configuration)
	token := context.WithValue(context.Background(), client.ContextAccessToken, os.Getenv("TOKEN"))
	for lines := bufio.NewScanner(os.Stdin); lines.Scan(); {
		fmt.Println(post(api, token, lines.Bytes()))
	}
	fmt.Println(sessions(api, token), "sessions")
}

func post(api *client.APIClient, token context.Context, report []byte) interface{} {
	var request client.ReportRemoteAssistanceRequest
	if err := json.Unmarshal(report, &request); err != nil {
		log.Print(err)
		return "not sent"
	}
	answer, err := api.DeviceManagementAPI.ReportRemoteAssistance(token).ReportRemoteAssistanceRequest(request).Execute()
	if answer == nil {
		log.Fatal(err)
	}
	return answer.StatusCode
}

func sessions(api *client.APIClient, token context.Context) int64 {
	// The method that reads by itself asks for application/json, and takes its Base64 for a Report: its error says so.
	_, answer, err := api.ReportsAPI.GetRemoteAssistanceSessionsReport(token).ReportQuery(*client.NewReportQuery()).Execute()
	if answer == nil {
		log.Fatal(err)
	}
	var stream client.ReportStream
	var report client.Report
	if err := json.NewDecoder(answer.Body).Decode(&stream); err != nil {
		log.Fatal(err)
	}
	if text, err := base64.StdEncoding.DecodeString(stream.Value); err != nil {
		log.Fatal(err)
	} else if err := json.Unmarshal(text, &report); err != nil {
		log.Fatal(err)
	}
	return report.TotalRowCount
}
