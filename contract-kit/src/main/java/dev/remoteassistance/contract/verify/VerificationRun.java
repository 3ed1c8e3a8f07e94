package dev.remoteassistance.contract.verify;

import au.com.dius.pact.core.model.V4Pact;
import dev.remoteassistance.contract.pact.ConsumerInteraction;
import dev.remoteassistance.contract.pact.Verification;
import dev.remoteassistance.contract.pact.Verification.Outcome;
import dev.remoteassistance.contract.replay.ProviderVerification;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Replays interactions one after another, and prints the result of each at once. */
final class VerificationRun {

    private final ProviderVerification verification;
    private final ReportText text;
    private final PrintWriter out;

    VerificationRun(ProviderVerification verification, ReportText text, PrintWriter out) {
        this.verification = verification;
        this.text = text;
        this.out = out;
    }

    List<ReportedInteraction> replay(List<ConsumerInteraction> interactions) {
        List<ReportedInteraction> reported = new ArrayList<>();
        for (ConsumerInteraction interaction : interactions) {
            long start = System.nanoTime();
            Verification result = verify(interaction);
            ReportedInteraction next =
                    ReportedInteraction.of(result, Duration.ofNanos(System.nanoTime() - start), text);
            reported.add(next);
            print(next, reported.size(), interactions.size());
        }
        return List.copyOf(reported);
    }

    private Verification verify(ConsumerInteraction interaction) {
        if (interaction.http().isEmpty()) {
            return Verification.skipped(interaction, "is a message, and no request that could be sent");
        }
        if (interaction.pact() instanceof V4Pact pact && pact.requiresPlugins()) {
            return Verification.skipped(interaction, "needs a plugin of Pact");
        }
        return verification.verify(interaction);
    }

    private void print(ReportedInteraction interaction, int number, int all) {
        out.printf(
                "[%d/%d] %-7s %s: %s%n",
                number,
                all,
                interaction.outcome().name().toLowerCase(Locale.ROOT),
                interaction.consumer(),
                interaction.description());
        if (interaction.outcome() != Outcome.PASSED) {
            interaction.faults().stream().flatMap(String::lines).forEach(line -> out.println("        " + line));
        }
        out.flush();
    }
}
