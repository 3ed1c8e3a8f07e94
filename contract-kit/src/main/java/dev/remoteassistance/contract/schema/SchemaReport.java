package dev.remoteassistance.contract.schema;

import dev.remoteassistance.contract.difference.Difference;
import dev.remoteassistance.contract.difference.Difference.Effect;
import dev.remoteassistance.contract.difference.Origin;
import dev.remoteassistance.contract.difference.Place;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Names the differences below one body, parameter or header, the nearest places first. */
final class SchemaReport {

    /** A schema may be used at very many places of one body; each change is named at the first of them. */
    static final int MAX_PLACES = 4;

    /** The way to a pair; its names are put together only where something differs. */
    private record Step(SchemaPair pair, Step from, String below) {

        Place place(Place root) {
            Deque<String> names = new ArrayDeque<>();
            for (Step step = this; step != null; step = step.from()) {
                if (!step.below().isEmpty()) {
                    names.push(step.below());
                }
            }
            return names.isEmpty() ? root : root.below(String.join("/", names));
        }

        /** How often the way went through a pair; not looked for in depths where nobody reads on. */
        boolean isWithin(SchemaPair other) {
            Step step = this;
            for (int i = 0; step != null && i < 100; i++) {
                if (step.pair() == other) {
                    return true;
                }
                step = step.from();
            }
            return false;
        }
    }

    private final Schemas before;
    private final Schemas after;
    private final Consumer<Difference> found;
    private final Map<SchemaPair, Integer> places = new IdentityHashMap<>();

    SchemaReport(Schemas before, Schemas after, Consumer<Difference> found) {
        this.before = before;
        this.after = after;
        this.found = found;
    }

    void write(SchemaPair root, Place place) {
        Deque<Step> waiting = new ArrayDeque<>();
        waiting.add(new Step(root, null, ""));
        while (!waiting.isEmpty()) {
            Step step = waiting.poll();
            Set<Difference> here = new HashSet<>();
            differences(step.pair())
                    .map(difference -> difference.at(step.place(place)))
                    .filter(here::add)
                    .forEach(found);
            step.pair().choices().stream()
                    .map(Choice::shown)
                    .filter(shown -> shown != null && shown.isDifferent())
                    .flatMap(shown -> shown.edges().stream())
                    .filter(edge -> edge.pair().isDifferent()
                            && !step.isWithin(edge.pair())
                            && places.merge(edge.pair(), 1, Integer::sum) <= MAX_PLACES)
                    .forEach(edge -> waiting.add(new Step(edge.pair(), step, edge.below())));
        }
    }

    private Stream<LocalDifference> differences(SchemaPair pair) {
        return Stream.of(
                        pair.differences().stream(),
                        pair.choices().stream()
                                .flatMap(choice -> choice.shown() == null
                                        ? Stream.of(unfulfilled(choice))
                                        : choice.shown().differences().stream()),
                        others(pair))
                .flatMap(all -> all);
    }

    /** A way that is gone, or one that is new and was not expected. */
    private LocalDifference unfulfilled(Choice choice) {
        Alternative source = choice.source();
        boolean keepsOld = choice.pair().judgement().keepsOld();
        if (!source.label().isEmpty()) {
            return alternative(source, keepsOld, Effect.BREAK);
        }
        String keyword = (keepsOld
                        ? after.alternatives(choice.pair().after())
                        : before.alternatives(choice.pair().before()))
                .get(0)
                .keyword();
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

    /** The ways of the other version that nothing had to lie within. */
    private Stream<LocalDifference> others(SchemaPair pair) {
        boolean keepsOld = pair.judgement().keepsOld();
        List<Alternative> targets = keepsOld ? after.alternatives(pair.after()) : before.alternatives(pair.before());
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
        List<com.fasterxml.jackson.databind.JsonNode> parts =
                alternative.conjunction().parts();
        return parts.isEmpty() ? Origin.NONE : Origin.of(parts.get(parts.size() - 1));
    }
}
