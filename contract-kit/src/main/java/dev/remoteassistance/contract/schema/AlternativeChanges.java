package dev.remoteassistance.contract.schema;

import dev.remoteassistance.contract.difference.Difference;
import dev.remoteassistance.contract.difference.Direction;
import dev.remoteassistance.contract.difference.LocalDifference;
import dev.remoteassistance.contract.difference.Origin;
import dev.remoteassistance.contract.schema.part.Alternative;
import dev.remoteassistance.contract.schema.part.ValueType;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Matches the alternatives of two versions. */
final class AlternativeChanges {

    private AlternativeChanges() {}

    /** Returns the other version's alternative with the same reference or content, which continues this one. */
    static Optional<Alternative> namesake(Alternative source, List<Alternative> targets) {
        return named(source.label(), targets);
    }

    /**
     * Returns the other version's alternative at the same position, if it has no namesake either; null if there is
     * none.
     */
    static Alternative opposite(Alternative source, List<Alternative> sources, List<Alternative> targets) {
        Alternative opposite = sources.size() == targets.size() ? targets.get(sources.indexOf(source)) : null;
        return opposite == null || named(opposite.label(), sources).isPresent() ? null : opposite;
    }

    /** Returns the change between {@code anyOf} and {@code oneOf}, which refuses values that match two alternatives. */
    static Optional<LocalDifference> exclusiveness(SchemaPair pair, List<Alternative> old, List<Alternative> now) {
        if (isOf("anyOf", old) && isOf("oneOf", now) && overlap(now)) {
            return Optional.of(change(pair, Direction.NARROWER, "oneOf", "anyOf became oneOf"));
        }
        return isOf("oneOf", old) && isOf("anyOf", now) && overlap(old)
                ? Optional.of(change(pair, Direction.WIDER, "anyOf", "oneOf became anyOf"))
                : Optional.empty();
    }

    private static LocalDifference change(SchemaPair pair, Direction direction, String aspect, String words) {
        return new LocalDifference(
                "",
                aspect,
                words,
                Difference.Effect.of(pair.judgement().isBrokenBy(direction)),
                pair.before().isEmpty() ? Origin.NONE : Origin.of(pair.before().get(0)),
                pair.after().isEmpty() ? Origin.NONE : Origin.of(pair.after().get(0)));
    }

    private static Optional<Alternative> named(String label, List<Alternative> alternatives) {
        return alternatives.stream()
                .filter(alternative -> alternative.label().equals(label))
                .findFirst();
    }

    private static boolean isOf(String keyword, List<Alternative> alternatives) {
        return alternatives.size() > 1
                && alternatives.stream()
                        .allMatch(alternative -> alternative.keyword().equals(keyword));
    }

    private static boolean overlap(List<Alternative> alternatives) {
        Set<ValueType> seen = EnumSet.noneOf(ValueType.class);
        for (Alternative alternative : alternatives) {
            for (ValueType type : alternative.conjunction().types()) {
                if (!seen.add(type)) {
                    return true;
                }
            }
        }
        return false;
    }
}
