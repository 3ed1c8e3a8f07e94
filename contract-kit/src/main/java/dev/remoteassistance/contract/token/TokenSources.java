package dev.remoteassistance.contract.token;

import dev.remoteassistance.contract.option.NoVerdictException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.regex.Pattern;

/** The sources of tokens by provider state, as the command line names them. */
public final class TokenSources {

    /** Several words before an equals sign, which must be a state: neither a file nor a command looks like this. */
    private static final Pattern WORDS = Pattern.compile("\\p{L}+( [\\p{L}']+)+=.*", Pattern.DOTALL);

    private final Set<String> states;
    private final String defaultState;
    private final Map<String, TokenSource> sources = new HashMap<>();

    /**
     * Creates a set without sources.
     *
     * @param states that the pacts name
     * @param defaultState state of a source that is given without one
     */
    TokenSources(Set<String> states, String defaultState) {
        this.states = states;
        this.defaultState = defaultState;
    }

    /**
     * Adds a source.
     *
     * @param argument {@code STATE=VALUE}, or only a value; a value may contain an equals sign, so a state counts only
     *     if the pacts name it
     * @param source makes the source from state and value
     */
    void add(String argument, BiFunction<String, String, TokenSource> source) {
        Optional<String> named = states.stream()
                .filter(state -> argument.startsWith(state + "="))
                .findFirst();
        if (named.isEmpty() && WORDS.matcher(argument).matches()) {
            throw new NoVerdictException("no pact has the state '%s'; there are: %s"
                    .formatted(argument.substring(0, argument.indexOf('=')), String.join(", ", new TreeSet<>(states))));
        }
        String state = named.orElse(defaultState);
        String value = named.map(name -> argument.substring(name.length() + 1)).orElse(argument);
        if (!states.contains(state)) {
            throw new NoVerdictException("no pact has the state '%s'; say for which state '%s' is, as STATE=…: %s"
                    .formatted(state, value, String.join(", ", new TreeSet<>(states))));
        }
        if (sources.put(state, source.apply(state, value)) != null) {
            throw new NoVerdictException("two sources of tokens for the state '" + state + "'");
        }
    }

    /** Returns a token for an interaction; empty if the target cannot be put into the state. */
    public Optional<String> token(String state, Map<String, Object> parameters) {
        return Optional.ofNullable(sources.get(state)).flatMap(source -> source.token(parameters));
    }
}
