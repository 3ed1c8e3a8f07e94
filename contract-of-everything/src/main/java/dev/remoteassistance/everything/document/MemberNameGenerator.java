package dev.remoteassistance.everything.document;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import org.quicktheories.core.Gen;
import org.quicktheories.generators.Generate;

/** Generates the names of members that a schema allows and does not declare. */
final class MemberNameGenerator {

    private static final int MAX_LENGTH = 300;

    private MemberNameGenerator() {}

    /** Generates any text. */
    static Gen<String> any() {
        return new TextGenerator(0, MAX_LENGTH);
    }

    /** Generates any text, and names that resemble declared ones or the members of a generated class. */
    static Gen<String> besides(Collection<String> declared) {
        List<String> similar = new ArrayList<>(List.of("additionalProperties", "class", "odataType"));
        declared.forEach(
                name -> similar.addAll(List.of(name.toUpperCase(Locale.ROOT), name + " ", name + "@odata.type")));
        return Generate.range(0, 9)
                .zip(any(), Generate.pick(similar), (kind, any, resembling) -> kind < 8 ? any : resembling);
    }
}
