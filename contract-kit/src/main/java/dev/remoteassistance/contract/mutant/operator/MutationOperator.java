package dev.remoteassistance.contract.mutant.operator;

import com.fasterxml.jackson.databind.JsonNode;
import dev.remoteassistance.contract.difference.Writer;
import dev.remoteassistance.contract.spec.ContractEdit;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.regex.Pattern;

/**
 * A kind of change.
 *
 * @param name in words
 * @param effect what the change does to those who rely on the contract
 * @param places JSON pointers that the change may fit
 * @param writer writer of the values that the change is meant for; empty if it does not matter
 * @param fits further condition on the place and its surroundings
 * @param edit makes the change
 */
public record MutationOperator(
        String name,
        Effect effect,
        Pattern places,
        Optional<Writer> writer,
        BiPredicate<String, ContractPlaces> fits,
        Edit edit) {

    /** Makes the change for a place. */
    public interface Edit {
        ContractEdit at(String place, JsonNode node);
    }

    static MutationOperator breaking(String name, String places, Edit edit) {
        return of(name, Effect.BREAKING, places, edit);
    }

    static MutationOperator naming(String name, String places, Edit edit) {
        return of(name, Effect.NAMING, places, edit);
    }

    static MutationOperator loosening(String name, String places, Edit edit) {
        return of(name, Effect.LOOSENING, places, edit);
    }

    private static MutationOperator of(String name, Effect effect, String places, Edit edit) {
        return new MutationOperator(
                name, effect, Pattern.compile(places), Optional.empty(), (place, around) -> true, edit);
    }

    MutationOperator where(BiPredicate<String, ContractPlaces> condition) {
        return new MutationOperator(name, effect, places, writer, fits.and(condition), edit);
    }

    MutationOperator whereConsumersWrite() {
        return new MutationOperator(name, effect, places, Optional.of(Writer.CONSUMER), fits, edit);
    }

    MutationOperator whereProvidersWrite() {
        return new MutationOperator(name, effect, places, Optional.of(Writer.PROVIDER), fits, edit);
    }
}
