package dev.remoteassistance.spring;

import dev.remoteassistance.everything.model.Thing;
import dev.remoteassistance.model.RemoteAssistanceReporting;
import dev.remoteassistance.model.ReportRemoteAssistanceRequest;
import jakarta.validation.Valid;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Answers with what it was sent. */
@SpringBootApplication
@RestController
class EchoApplication {

    /** A type of the application's own, to which its own mapper's settings apply. */
    record Envelope(String note, Integer count, RemoteAssistanceReporting report) {}

    @PostMapping("/report")
    ReportRemoteAssistanceRequest report(@RequestBody ReportRemoteAssistanceRequest request) {
        return request;
    }

    @PostMapping("/valid-report")
    ReportRemoteAssistanceRequest validReport(@Valid @RequestBody ReportRemoteAssistanceRequest request) {
        return request;
    }

    @PostMapping("/thing")
    Thing thing(@RequestBody Thing thing) {
        return thing;
    }

    @PostMapping("/envelope")
    Envelope envelope(@RequestBody Envelope envelope) {
        return envelope;
    }
}
