package dev.remoteassistance.contract.verify;

import dev.remoteassistance.contract.pact.Exchange;
import dev.remoteassistance.contract.pact.Verification;
import dev.remoteassistance.contract.pact.Verification.Outcome;
import java.time.Duration;
import java.util.List;

/**
 * Result of one interaction, in text that may be shown to anybody.
 *
 * @param consumer its name
 * @param description the interaction's name in the pact
 * @param outcome whether the consumer gets what it expects
 * @param faults what it does not get, or why the interaction was skipped
 * @param exchange request and status; empty where there was none
 * @param duration of request and response
 */
record ReportedInteraction(
        String consumer, String description, Outcome outcome, List<String> faults, String exchange, Duration duration) {

    static ReportedInteraction of(Verification verification, Duration duration, ReportText text) {
        return new ReportedInteraction(
                text.line(verification.interaction().consumer()),
                text.line(verification.interaction().interaction().getDescription()),
                verification.outcome(),
                verification.faults().stream().map(text::lines).toList(),
                text.line(
                        verification.exchange().map(ReportedInteraction::words).orElse("")),
                duration);
    }

    private static String words(Exchange exchange) {
        return exchange.method() + " " + exchange.path() + ": " + exchange.status();
    }
}
