package dev.remoteassistance.contract.schema.part;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** The types of values that parts allow together. */
final class DeclaredTypes {

    private DeclaredTypes() {}

    /** Returns the declared types. A schema that lists its values need not declare their types. */
    static Set<ValueType> of(List<JsonNode> parts, Schemas schemas) {
        EnumSet<ValueType> allowed = EnumSet.allOf(ValueType.class);
        boolean isDeclared = false;
        for (JsonNode part : parts) {
            if (part.has("type")) {
                allowed.retainAll(declared(part, schemas));
                isDeclared = true;
            }
        }
        if (!isDeclared) {
            parts.forEach(part -> retainListed(part, allowed));
        }
        return allowed;
    }

    private static Set<ValueType> declared(JsonNode part, Schemas schemas) {
        EnumSet<ValueType> declared = EnumSet.noneOf(ValueType.class);
        JsonNode type = part.get("type");
        if (type.isArray()) {
            type.forEach(name -> declared.addAll(schemas.named(name.asText(), part)));
        } else {
            declared.addAll(schemas.named(type.asText(), part));
        }
        if (!schemas.isSince31() && part.path("nullable").asBoolean()) {
            declared.add(ValueType.NULL);
        }
        return declared;
    }

    private static void retainListed(JsonNode part, Set<ValueType> types) {
        if (part.path("enum").isArray()) {
            EnumSet<ValueType> listed = EnumSet.noneOf(ValueType.class);
            part.get("enum").forEach(member -> listed.add(ValueType.of(member)));
            types.retainAll(listed);
        }
        if (part.has("const")) {
            types.retainAll(Set.of(ValueType.of(part.get("const"))));
        }
    }
}
