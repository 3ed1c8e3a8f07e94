package dev.remoteassistance.contract.gate;

import dev.remoteassistance.contract.difference.Place;
import dev.remoteassistance.contract.pact.RevisionCheck.Broken;
import dev.remoteassistance.contract.spec.SourcePlace;
import java.util.List;
import java.util.Optional;

/**
 * One change between the baseline and the revision of a contract.
 *
 * @param rule names the kind of change in every report: small letters and hyphens, such as {@code property-removed}
 * @param impact what the change does to consumers
 * @param place operation, part and property
 * @param words what changed, such as {@code maxLength lowered from 320 to 256}
 * @param baseline its place in the baseline; empty if it is new
 * @param revision its place in the revision; empty if it is gone
 * @param affected the interactions that would break by this change; empty if none does, or no pacts are known
 */
public record Finding(
        String rule,
        Impact impact,
        Place place,
        String words,
        Optional<SourcePlace> baseline,
        Optional<SourcePlace> revision,
        List<Broken> affected) {

    /** Takes a copy of the list. */
    public Finding {
        affected = List.copyOf(affected);
    }

    /** Returns whether it can break consumers. */
    public boolean isBreaking() {
        return impact == Impact.BREAKING;
    }
}
