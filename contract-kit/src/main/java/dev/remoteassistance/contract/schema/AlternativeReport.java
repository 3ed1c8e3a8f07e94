package dev.remoteassistance.contract.schema;

import com.fasterxml.jackson.databind.JsonNode;
import dev.remoteassistance.contract.difference.Difference.Effect;
import dev.remoteassistance.contract.difference.LocalDifference;
import dev.remoteassistance.contract.difference.Origin;
import dev.remoteassistance.contract.schema.part.Alternative;
import dev.remoteassistance.contract.schema.part.Conjunction;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reports which alternatives of a schema are gone, and which are new. */
final class AlternativeReport {

    private final SchemaPairs pairs;

    AlternativeReport(SchemaPairs pairs) {
        this.pairs = pairs;
    }

    /** Reports an alternative that no alternative of the other version allows. */
    LocalDifference unfulfilled(Choice choice) {
        Alternative source = choice.source();
        boolean keepsOld = choice.pair().judgement().keepsOld();
        if (!source.label().isEmpty()) {
            return alternative(source, keepsOld, Effect.BREAK);
        }
        String keyword = pairs.targets(choice.pair()).get(0).keyword();
        String words = keepsOld
                ? keyword + " added, and no alternative allows all that was allowed"
                : keyword + " dropped, and no alternative allowed all that is allowed";
        return new LocalDifference(
                "",
                keyword,
                words,
                Effect.BREAK,
                keepsOld ? origin(source) : Origin.NONE,
                keepsOld ? Origin.NONE : origin(source));
    }

    /** Reports the {@link SchemaPairs#targets} in which no source lies. */
    Stream<LocalDifference> others(SchemaPair pair) {
        boolean keepsOld = pair.judgement().keepsOld();
        List<Alternative> targets = pairs.targets(pair);
        if (targets.size() < 2) {
            return Stream.empty();
        }
        Set<Conjunction> met = pair.choices().stream()
                .map(Choice::shown)
                .filter(shown -> shown != null)
                .map(shown -> keepsOld ? shown.after() : shown.before())
                .collect(Collectors.toSet());
        return targets.stream()
                .filter(target -> !met.contains(target.conjunction()))
                .map(target -> alternative(target, !keepsOld, Effect.ADDITION));
    }

    private static LocalDifference alternative(Alternative alternative, boolean isLost, Effect effect) {
        return new LocalDifference(
                "",
                alternative.keyword(),
                alternative.keyword() + (isLost ? " lost " : " got ") + alternative.label(),
                effect,
                isLost ? origin(alternative) : Origin.NONE,
                isLost ? Origin.NONE : origin(alternative));
    }

    private static Origin origin(Alternative alternative) {
        List<JsonNode> parts = alternative.conjunction().parts();
        return parts.isEmpty() ? Origin.NONE : Origin.of(parts.get(parts.size() - 1));
    }
}
