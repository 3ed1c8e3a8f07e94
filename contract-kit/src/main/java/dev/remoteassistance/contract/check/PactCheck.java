package dev.remoteassistance.contract.check;

import dev.remoteassistance.contract.format.PlainText;
import dev.remoteassistance.contract.ledger.Ledger;
import dev.remoteassistance.contract.ledger.Waivers;
import dev.remoteassistance.contract.pact.ConsumerInteraction;
import dev.remoteassistance.contract.pact.CrossCheck;
import dev.remoteassistance.contract.spec.ContractDocument;
import java.util.ArrayList;
import java.util.List;

/**
 * The result of comparing pacts with a contract.
 *
 * @param interactions how many were compared with the contract
 * @param faulty those that the contract does not allow
 * @param uncovered names of the contract's cells that no interaction exercises, and that are not waived
 */
public record PactCheck(int interactions, List<Faulty> faulty, List<String> uncovered) {

    /**
     * An interaction that the contract does not allow.
     *
     * @param interaction its name
     * @param faults what is not allowed, in words
     */
    public record Faulty(String interaction, List<String> faults) {}

    /**
     * Compares pacts with a contract.
     *
     * @param waivers cells that need not be exercised
     */
    public static PactCheck of(ContractDocument contract, List<ConsumerInteraction> interactions, Waivers waivers) {
        CrossCheck check = new CrossCheck(contract);
        List<Faulty> faulty = new ArrayList<>();
        for (ConsumerInteraction interaction : interactions) {
            List<String> found = interaction.http().map(check::faults).orElse(List.of());
            if (!found.isEmpty()) {
                faulty.add(new Faulty(interaction.name(), found));
            }
        }
        return new PactCheck(
                interactions.size(),
                List.copyOf(faulty),
                Ledger.ofPacts(contract, interactions, waivers).uncovered().stream()
                        .map(Ledger.Row::cell)
                        .toList());
    }

    /**
     * Returns whether no interaction is faulty and, if {@code complete}, no cell is uncovered.
     *
     * @param complete whether every cell has to be exercised or waived
     */
    public boolean isPassed(boolean complete) {
        return faulty.isEmpty() && (uncovered.isEmpty() || !complete);
    }

    /** Returns the result as lines of text. */
    public String text() {
        StringBuilder text = new StringBuilder();
        faulty.forEach(one -> {
            text.append("not in the contract: %s%n".formatted(PlainText.line(one.interaction())));
            one.faults().forEach(fault -> text.append("    %s%n".formatted(PlainText.line(fault))));
        });
        uncovered.forEach(cell -> text.append("exercised by none: %s%n".formatted(PlainText.line(cell))));
        return text.append("%d interactions, %d not in the contract; %d parts of the contract exercised by none%n"
                        .formatted(interactions, faulty.size(), uncovered.size()))
                .toString();
    }
}
