package dev.remoteassistance.contract.mutant.operator;

import dev.remoteassistance.contract.spec.ContractDocument;
import java.util.List;
import java.util.stream.Stream;

/** All kinds of change that are tried, and the patterns of places that they share. */
public final class MutationOperators {

    static final String OPERATION = "/paths/[^/]+/(?:" + String.join("|", ContractDocument.METHODS) + ")";
    static final String RESPONSE = "(?:" + OPERATION + "/responses/\\d{3}|/components/responses/[^/]+)";
    static final String PROPERTY = ".*/properties/[^/]+";
    static final String PARAMETER = "(?:.*/parameters/\\d+|/components/parameters/[^/]+)";
    static final String HEADER = "(?:" + RESPONSE + "/headers/[^/]+|/components/headers/[^/]+)";

    public static final List<MutationOperator> ALL = Stream.of(
                    OperationOperators.addresses(),
                    OperationOperators.security(),
                    RequestOperators.all(),
                    AnswerOperators.all(),
                    LooseningOperators.all())
            .flatMap(List::stream)
            .toList();

    private MutationOperators() {}
}
