package dev.remoteassistance.server.config;

import dev.remoteassistance.server.throttle.ThrottleLimits;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Whose figures callers are throttled by. */
public enum ThrottleMode {
    /** Nobody's: callers are not throttled. */
    OFF,
    /** Those that Microsoft Graph publishes. */
    GRAPH,
    /** The operator's, in the other settings of this group. */
    CUSTOM;

    private static final String CUSTOM_SETTING = ServerSettings.PREFIX + ".throttle.mode=custom";

    /** Returns the limits that usable settings stand for; empty for no throttling. */
    public static Optional<ThrottleLimits> limits(ServerSettings.Throttle settings) {
        return switch (of(settings)) {
            case OFF -> Optional.empty();
            case GRAPH -> Optional.of(ThrottleLimits.GRAPH);
            case CUSTOM ->
                Optional.of(new ThrottleLimits(
                        settings.tenantRequests().orElseThrow(),
                        settings.appRequests().orElseThrow(),
                        settings.window().orElseThrow()));
        };
    }

    /** Returns the check of each setting, which complains by an IllegalArgumentException. */
    static Map<String, Runnable> checks(ServerSettings.Throttle settings) {
        return Map.of(
                "throttle.mode", () -> of(settings),
                "throttle.tenant-requests",
                        () -> require(settings, settings.tenantRequests(), ThrottleLimits::requireRequests),
                "throttle.app-requests",
                        () -> require(
                                settings,
                                settings.appRequests(),
                                requests -> ThrottleLimits.requireAppRequests(
                                        requests, settings.tenantRequests().orElse(requests))),
                "throttle.window", () -> require(settings, settings.window(), ThrottleLimits::requireWindow));
    }

    /** A figure that would have no effect is refused as well: the operator believes that it has one. */
    private static <T> void require(ServerSettings.Throttle settings, Optional<T> figure, Consumer<T> rule) {
        boolean custom = named(settings).equals(Optional.of(CUSTOM));
        if (custom && figure.isEmpty()) {
            throw new IllegalArgumentException("is required with " + CUSTOM_SETTING);
        }
        if (!custom && figure.isPresent()) {
            throw new IllegalArgumentException("counts only with " + CUSTOM_SETTING);
        }
        figure.ifPresent(rule);
    }

    private static ThrottleMode of(ServerSettings.Throttle settings) {
        return named(settings)
                .orElseThrow(
                        () -> new IllegalArgumentException("must be off, graph or custom, not " + settings.mode()));
    }

    private static Optional<ThrottleMode> named(ServerSettings.Throttle settings) {
        return Arrays.stream(values())
                .filter(mode -> mode.name().toLowerCase(Locale.ROOT).equals(settings.mode()))
                .findFirst();
    }
}
