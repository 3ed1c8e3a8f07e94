package dev.remoteassistance.contract.pact;

import au.com.dius.pact.core.model.SynchronousRequestResponse;
import com.atlassian.oai.validator.OpenApiInteractionValidator.ApiLoadException;
import dev.remoteassistance.contract.spec.ContractDocument;
import dev.remoteassistance.contract.spec.read.RefusedContractException;
import dev.remoteassistance.contract.validation.ContractPart;
import dev.remoteassistance.contract.validation.ValidatorContract;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Finds the interactions that the original of a contract allows and a revision does not. Only what a revision says in another way is
 * checked against it, and only what it does not allow is checked against the original.
 */
public final class RevisionCheck {

    /**
     * An interaction that a revision breaks.
     *
     * @param faults what the revision does not allow in it, and what else breaks it, in words; at least one
     */
    public record Broken(ConsumerInteraction interaction, List<String> faults) {

        private static final int LONGEST = 300;

        @Override
        public String toString() {
            return interaction + ": " + faults.stream().map(Broken::brief).collect(Collectors.joining("; "));
        }

        /** Shortens a fault, because it may quote a value of many pages. */
        private static String brief(String fault) {
            return fault.length() <= LONGEST ? fault : fault.substring(0, LONGEST) + "…";
        }
    }

    private final LazyCrossCheck original;
    private final List<Known> known = new ArrayList<>();

    /**
     * Creates a check. The validator reads the contract when the first interaction needs it.
     *
     * @param interactions those of all consumers
     * @throws dev.remoteassistance.contract.spec.read.RefusedContractException if the contract is of OpenAPI 3.1
     */
    public RevisionCheck(ContractDocument original, List<ConsumerInteraction> interactions) {
        ValidatorContract.requireOpenApi30(original);
        this.original = new LazyCrossCheck(original);
        Map<List<Object>, ContractPart> parts = new HashMap<>();
        for (ConsumerInteraction interaction : interactions) {
            interaction.http().ifPresent(http -> {
                String method = http.getRequest().getMethod();
                String path = http.getRequest().getPath();
                int status = http.getResponse().getStatus();
                known.add(new Known(
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

    /** Returns how many interactions the original allows; the others are broken already. */
    public int size() {
        return (int) known.stream().filter(Known::isAllowed).count();
    }

    /**
     * Returns the interactions that the original allows and a revision breaks, in their order, each when the stream comes to it. A
     * contract that the validator cannot read makes the stream fail, with its {@code ApiLoadException} or our {@code
     * RefusedContractException}, if an interaction that the original allows has to be checked against it.
     *
     * @param others what else breaks an interaction, in words
     */
    public Stream<Broken> broken(
            ContractDocument revision, Function<SynchronousRequestResponse, Stream<String>> others) {
        Map<ContractPart, Boolean> compared = new HashMap<>();
        Predicate<ContractPart> isSame = part -> compared.computeIfAbsent(part, any -> any.isSameIn(revision));
        LazyCrossCheck revised = new LazyCrossCheck(revision);
        return known.stream().flatMap(one -> {
            List<String> faults = Stream.concat(one.faults(revised, isSame), others.apply(one.http))
                    .toList();
            return faults.isEmpty() || !one.isAllowed()
                    ? Stream.empty()
                    : Stream.of(new Broken(one.interaction, faults));
        });
    }

    /** An interaction, with what the original says of its request and of its answer. */
    private final class Known {

        private final ConsumerInteraction interaction;
        private final SynchronousRequestResponse http;
        private final ContractPart request;
        private final ContractPart answer;
        private Boolean isAllowed;

        Known(
                ConsumerInteraction interaction,
                SynchronousRequestResponse http,
                ContractPart request,
                ContractPart answer) {
            this.interaction = interaction;
            this.http = http;
            this.request = request;
            this.answer = answer;
        }

        /** What a revision does not allow; nothing if it says the same as the original, whether that allows it or not. */
        Stream<String> faults(LazyCrossCheck revised, Predicate<ContractPart> isSame) {
            try {
                Stream<String> sent =
                        isSame.test(request) ? Stream.empty() : revised.check().requestFaults(http);
                Stream<String> expected =
                        isSame.test(answer) ? Stream.empty() : revised.check().answerFaults(http);
                return Stream.concat(sent, expected).distinct();
            } catch (ApiLoadException | RefusedContractException e) {
                if (isAllowed()) {
                    throw e;
                }
                return Stream.empty();
            }
        }

        boolean isAllowed() {
            if (isAllowed == null) {
                isAllowed = original.check().faults(http).isEmpty();
            }
            return isAllowed;
        }
    }
}
