package dev.remoteassistance.server;

import dev.remoteassistance.server.config.Conversion;
import dev.remoteassistance.server.config.Setting;
import dev.remoteassistance.server.config.SettingValues;
import dev.remoteassistance.server.throttle.ThrottleLimits;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/** Reads the limits by which callers are throttled. */
record ThrottleSettings(SettingValues settings) {

    private static final String CUSTOM = Setting.THROTTLE_MODE.property() + "=custom";

    /** Whose limits apply. */
    enum Mode {
        /** No limits: callers are not throttled. */
        OFF,
        /** The limits that Microsoft Graph publishes. */
        GRAPH,
        /** The operator's own limits. */
        CUSTOM
    }

    /** Returns the limits; empty for no throttling. */
    Optional<ThrottleLimits> limits() {
        return switch (mode()) {
            case OFF -> Optional.empty();
            case GRAPH -> Optional.of(ThrottleLimits.GRAPH);
            case CUSTOM ->
                Optional.of(new ThrottleLimits(
                        tenantRequests().orElseThrow(), appRequests().orElseThrow(), window().orElseThrow()));
        };
    }

    Mode mode() {
        return settings.get(Setting.THROTTLE_MODE, Conversion.oneOf(Mode.class));
    }

    Optional<Integer> tenantRequests() {
        return custom(Setting.THROTTLE_TENANT_REQUESTS, Conversion::wholeNumber, ThrottleLimits::requireRequests);
    }

    Optional<Integer> appRequests() {
        return custom(
                Setting.THROTTLE_APP_REQUESTS,
                Conversion::wholeNumber,
                requests -> ThrottleLimits.requireAppRequests(
                        requests, tenantRequests().orElse(requests)));
    }

    Optional<Duration> window() {
        return custom(Setting.THROTTLE_WINDOW, Conversion::duration, ThrottleLimits::requireWindow);
    }

    /** Reads a custom limit. Refuses one that has no effect in this mode: its operator believes that it has one. */
    private <T> Optional<T> custom(Setting setting, Function<String, T> conversion, Consumer<T> rule) {
        boolean custom = mode() == Mode.CUSTOM;
        Optional<T> limit = settings.find(setting, text -> {
            T value = conversion.apply(text);
            rule.accept(value);
            return value;
        });
        if (custom != limit.isPresent()) {
            throw setting.refusal((custom ? "is required with " : "counts only with ") + CUSTOM);
        }
        return limit;
    }
}
