package dev.remoteassistance.contract.pact;

import au.com.dius.pact.core.model.SynchronousRequestResponse;
import dev.remoteassistance.contract.spec.ContractDocument;
import dev.remoteassistance.contract.validation.ContractPart;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Finds the interactions that revisions of a contract no longer allow. Only what a revision says in another way is checked
 * against it.
 */
public final class RevisionCheck {

    /**
     * An interaction that the original allows.
     *
     * @param request what the original says of its request
     * @param answer what the original says of its answer
     */
    private record Sound(
            ConsumerInteraction interaction,
            SynchronousRequestResponse http,
            ContractPart request,
            ContractPart answer) {}

    /**
     * An interaction that was checked against a revision.
     *
     * @param faults what the revision does not allow in it, in words; empty if it allows everything
     */
    public record Checked(ConsumerInteraction interaction, List<String> faults) {}

    private final List<Sound> sound = new ArrayList<>();

    /**
     * Keeps the interactions that the original allows; the others are broken already.
     *
     * @param interactions those of all consumers
     */
    public RevisionCheck(ContractDocument original, List<ConsumerInteraction> interactions) {
        CrossCheck check = new CrossCheck(original);
        Map<List<Object>, ContractPart> parts = new HashMap<>();
        for (ConsumerInteraction interaction : interactions) {
            interaction.http().filter(http -> check.faults(http).isEmpty()).ifPresent(http -> {
                String method = http.getRequest().getMethod();
                String path = http.getRequest().getPath();
                int status = http.getResponse().getStatus();
                sound.add(new Sound(
                        interaction,
                        http,
                        parts.computeIfAbsent(
                                List.of(method, path), key -> ContractPart.ofRequest(original, method, path)),
                        parts.computeIfAbsent(
                                List.of(method, path, status),
                                key -> ContractPart.ofAnswer(original, method, path, status))));
            });
        }
    }

    /** Returns how many interactions the original allows. */
    public int size() {
        return sound.size();
    }

    /**
     * Checks the interactions that the original allows, in their order, each when the stream comes to it. A revision that the validator
     * cannot read makes the stream fail, with its {@code ApiLoadException} or our {@code RefusedContractException}, if it says
     * something else of an interaction.
     */
    public Stream<Checked> checked(ContractDocument revision) {
        Map<ContractPart, Boolean> known = new HashMap<>();
        Function<ContractPart, Boolean> isSame = part -> known.computeIfAbsent(part, any -> any.isSameIn(revision));
        Revised revised = new Revised(revision);
        return sound.stream().map(one -> new Checked(one.interaction(), revised.faults(one, isSame)));
    }

    /** A revision, which is prepared for checks when the first is needed. */
    private static final class Revised {

        private final ContractDocument document;
        private CrossCheck check;

        Revised(ContractDocument document) {
            this.document = document;
        }

        List<String> faults(Sound one, Function<ContractPart, Boolean> isSame) {
            Stream<String> request = isSame.apply(one.request()) ? Stream.empty() : check().requestFaults(one.http());
            Stream<String> answer = isSame.apply(one.answer()) ? Stream.empty() : check().answerFaults(one.http());
            return Stream.concat(request, answer).distinct().toList();
        }

        private CrossCheck check() {
            if (check == null) {
                check = new CrossCheck(document);
            }
            return check;
        }
    }
}
