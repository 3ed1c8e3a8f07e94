package dev.remoteassistance.peers.spring;

import com.fasterxml.jackson.annotation.JsonCreator;
import dev.remoteassistance.peers.spring.model.EnrollmentState;
import dev.remoteassistance.peers.spring.model.RemoteAssistanceSessionType;
import org.springframework.boot.jackson.autoconfigure.JsonMapperBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.cfg.DateTimeFeature;

/** What the contract asks of JSON beyond the defaults. */
@Configuration(proxyBeanMethods = false)
class JsonConfiguration {

    @Bean
    JsonMapperBuilderCustomizer contractRules() {
        return json -> json
                // The offset is part of what was reported.
                .disable(DateTimeFeature.ADJUST_DATES_TO_CONTEXT_TIME_ZONE)
                // Equal content has equal text, and so an equal digest.
                .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
                .addMixIn(EnrollmentState.class, ClosedEnum.class)
                .addMixIn(RemoteAssistanceSessionType.class, ClosedEnum.class);
    }

    /** The generated factories of nullable enums turn unknown text into null; without them Jackson refuses it. */
    private abstract static class ClosedEnum {

        @JsonCreator(mode = JsonCreator.Mode.DISABLED)
        static Object fromValue(String value) {
            throw new UnsupportedOperationException("Only its annotation is used");
        }
    }
}
