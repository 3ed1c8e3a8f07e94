package dev.remoteassistance.peers.spring;

import com.fasterxml.jackson.annotation.JsonCreator;
import dev.remoteassistance.peers.spring.model.EnrollmentState;
import dev.remoteassistance.peers.spring.model.RemoteAssistanceSessionType;
import org.springframework.boot.jackson.autoconfigure.JsonMapperBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.cfg.DateTimeFeature;

/** Configures JSON as the contract requires, where the defaults differ. */
@Configuration(proxyBeanMethods = false)
class JsonConfiguration {

    @Bean
    JsonMapperBuilderCustomizer contractRules() {
        return json -> json
                // Keeps the offset, which is part of the report.
                .disable(DateTimeFeature.ADJUST_DATES_TO_CONTEXT_TIME_ZONE)
                // Sorts map entries, so that equal content has equal text, and an equal digest.
                .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
                .addMixIn(EnrollmentState.class, ClosedEnum.class)
                .addMixIn(RemoteAssistanceSessionType.class, ClosedEnum.class);
    }

    /** Turns off generated factories of nullable enums, which read unknown text as null. Jackson itself refuses it. */
    private abstract static class ClosedEnum {

        @JsonCreator(mode = JsonCreator.Mode.DISABLED)
        static Object fromValue(String value) {
            throw new UnsupportedOperationException("Only its annotation is used");
        }
    }
}
