package dev.remoteassistance.contract.ledger;

import com.fasterxml.jackson.databind.JsonNode;
import dev.remoteassistance.contract.spec.BodySchema;
import dev.remoteassistance.contract.spec.OperationDocument;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What answers that share a schema may hold: which of them carries a property is the provider's choice.
 *
 * @param operation whose answers
 * @param name what tells its cells from those of other schemas
 * @param schema of the body
 * @param answers those with this schema
 */
record AnswerContent(OperationDocument operation, String name, BodySchema schema, List<Answer> answers) {

    /**
     * One content of an answer.
     *
     * @param isOnly whether all contents of the status have the same schema
     */
    record Answer(String status, String mediaType, boolean isOnly) {

        private boolean hasContentOf(Evidence seen) {
            return isOnly || seen.answerIsOf(mediaType);
        }
    }

    /** The contents of an operation's answers: one for each schema that restricts a body. */
    static List<AnswerContent> of(OperationDocument operation) {
        Map<JsonNode, List<Answer>> bySchema = new LinkedHashMap<>();
        operation.responses().forEach(answer -> {
            JsonNode contents = answer.getValue().path("content");
            boolean isOnly = contents.properties().stream()
                            .map(content -> content.getValue().path("schema"))
                            .distinct()
                            .count()
                    == 1;
            contents.properties()
                    .forEach(content -> bySchema.computeIfAbsent(
                                    content.getValue().path("schema"), schema -> new ArrayList<>())
                            .add(new Answer(answer.getKey(), content.getKey(), isOnly)));
        });
        List<AnswerContent> contents = bySchema.entrySet().stream()
                .map(entry -> new AnswerContent(
                        operation,
                        shortName(entry.getKey(), entry.getValue()),
                        new BodySchema(operation.document(), entry.getKey()),
                        entry.getValue()))
                .filter(content -> !content.schema().isEmpty())
                .toList();
        Map<String, Long> counts =
                contents.stream().collect(Collectors.groupingBy(AnswerContent::name, Collectors.counting()));
        return contents.stream()
                .map(content -> counts.get(content.name()) == 1 ? content : content.withLongName())
                .toList();
    }

    /** Whether a consumer expects one of these answers. */
    boolean isExpectedIn(Evidence seen) {
        return seen.expectedName(operation).stream()
                .flatMap(name ->
                        answers.stream().filter(answer -> answer.status().equals(name)))
                .anyMatch(answer -> answer.hasContentOf(seen));
    }

    private static String shortName(JsonNode schema, List<Answer> answers) {
        String reference = schema.path("$ref")
                .asText(answers.stream().map(Answer::status).distinct().sorted().collect(Collectors.joining(",")));
        return reference.substring(reference.lastIndexOf('/') + 1);
    }

    private AnswerContent withLongName() {
        String all = answers.stream()
                .map(answer -> answer.status() + " " + answer.mediaType())
                .collect(Collectors.joining(", "));
        return new AnswerContent(operation, all, schema, answers);
    }
}
