package dev.remoteassistance.peers.quarkus;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import dev.remoteassistance.peers.quarkus.model.EnrollmentState;
import dev.remoteassistance.peers.quarkus.model.RemoteAssistanceSessionType;
import io.quarkus.jackson.ObjectMapperCustomizer;
import jakarta.inject.Singleton;

/** Configures JSON as the contract requires, where the defaults differ. */
@Singleton
class JsonConfiguration implements ObjectMapperCustomizer {

    @Override
    public void customize(ObjectMapper json) {
        // Keeps the offset, which is part of the report.
        json.disable(DeserializationFeature.ADJUST_DATES_TO_CONTEXT_TIME_ZONE);
        json.enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);
        // Sorts map entries, so that equal content has equal text, and an equal digest.
        json.enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS);
        json.addMixIn(EnrollmentState.class, ClosedEnum.class);
        json.addMixIn(RemoteAssistanceSessionType.class, ClosedEnum.class);
    }

    /** Turns off generated factories of nullable enums, which read unknown text as null. Jackson itself refuses it. */
    private abstract static class ClosedEnum {

        @JsonCreator(mode = JsonCreator.Mode.DISABLED)
        static Object fromValue(String value) {
            throw new UnsupportedOperationException("Only its annotation is used");
        }
    }
}
