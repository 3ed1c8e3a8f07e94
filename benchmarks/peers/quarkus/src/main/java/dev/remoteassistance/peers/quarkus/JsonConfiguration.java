package dev.remoteassistance.peers.quarkus;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import dev.remoteassistance.peers.quarkus.model.EnrollmentState;
import dev.remoteassistance.peers.quarkus.model.RemoteAssistanceSessionType;
import io.quarkus.jackson.ObjectMapperCustomizer;
import jakarta.inject.Singleton;

/** What the contract asks of JSON beyond the defaults. */
@Singleton
class JsonConfiguration implements ObjectMapperCustomizer {

    @Override
    public void customize(ObjectMapper json) {
        // The offset is part of what was reported.
        json.disable(DeserializationFeature.ADJUST_DATES_TO_CONTEXT_TIME_ZONE);
        json.enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);
        // Equal content has equal text, and so an equal digest.
        json.enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS);
        json.addMixIn(EnrollmentState.class, ClosedEnum.class);
        json.addMixIn(RemoteAssistanceSessionType.class, ClosedEnum.class);
    }

    /** The generated factories of nullable enums turn unknown text into null; without them Jackson refuses it. */
    private abstract static class ClosedEnum {

        @JsonCreator(mode = JsonCreator.Mode.DISABLED)
        static Object fromValue(String value) {
            throw new UnsupportedOperationException("Only its annotation is used");
        }
    }
}
