package dev.remoteassistance.contract.provider;

import dev.remoteassistance.contract.pact.ConsumerInteraction;
import dev.remoteassistance.contract.pact.CrossCheck;
import dev.remoteassistance.contract.pact.PactBrokerPacts;
import dev.remoteassistance.contract.pact.PactFolder;
import dev.remoteassistance.contract.pact.Verification;
import dev.remoteassistance.contract.replay.ProviderVerification;
import dev.remoteassistance.contract.state.ProviderStates;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/** The pacts of all consumers, and the result of replaying each interaction against the real server. */
public final class VerifiedPacts {

    public static final Path CONTRACT = Path.of(System.getProperty("contract.file"));
    public static final CrossCheck CROSS_CHECK = new CrossCheck(CONTRACT);

    public static final List<ConsumerInteraction> IN_FOLDER =
            PactFolder.read(Path.of(System.getProperty("pact.rootDir")));

    /** Interactions of the folder, and those of the broker if one is set. */
    public static final List<ConsumerInteraction> INTERACTIONS = Stream.concat(
                    IN_FOLDER.stream(),
                    PactBrokerPacts.read(ProviderStates.PROVIDER).stream()
                            .filter(interaction -> IN_FOLDER.stream()
                                    .noneMatch(own -> own.name().equals(interaction.name()))))
            .toList();

    private static List<Verification> verifications;
    private static Map<ConsumerInteraction, SoundExchange> exchanges;

    private VerifiedPacts() {}

    /** Returns the verifications; replays the interactions only once for all tests. */
    public static synchronized List<Verification> verifications() {
        if (verifications == null) {
            verifications = verify(ServerFault.NONE);
        }
        return verifications;
    }

    /** Replays all interactions against a variant of the server. Variants can be verified at once. */
    public static List<Verification> verify(ServerFault fault) {
        return verify(
                fault,
                verification -> INTERACTIONS.stream().map(verification::verify).toList());
    }

    /**
     * Replays some interactions against a variant of the server: none that the fault cannot touch, since its outcome is known, and none
     * of a consumer that has noticed the fault already.
     */
    public static List<Verification> verifyUntilNoticed(ServerFault fault, List<ConsumerInteraction> interactions) {
        return verify(fault, verification -> {
            Set<String> noticedBy = new HashSet<>();
            List<Verification> results = new ArrayList<>();
            for (ConsumerInteraction interaction : interactions) {
                if (!noticedBy.contains(interaction.consumer()) && mayTouch(fault, interaction)) {
                    Verification result = verification.verify(interaction);
                    results.add(result);
                    if (result.outcome() == Verification.Outcome.FAILED) {
                        noticedBy.add(interaction.consumer());
                    }
                }
            }
            return results;
        });
    }

    private static boolean mayTouch(ServerFault fault, ConsumerInteraction interaction) {
        SoundExchange sound = exchanges().get(interaction);
        return sound == null ? fault.isBeforeTheStore() : sound.isChangedBy(fault);
    }

    private static synchronized Map<ConsumerInteraction, SoundExchange> exchanges() {
        if (exchanges == null) {
            exchanges = SoundExchange.of(INTERACTIONS);
        }
        return exchanges;
    }

    static List<Verification> verify(ServerFault fault, Function<ProviderVerification, List<Verification>> replay) {
        if (!fault.isOutsideTheServer()) {
            try (ServerUnderTest server = SoundServers.start(fault)) {
                return replay.apply(server.verification());
            }
        }
        ServerUnderTest server = SoundServers.take(fault);
        List<Verification> results = replay.apply(server.verification());
        server.throwFailureOfFault();
        SoundServers.giveBack(server);
        return results;
    }
}
