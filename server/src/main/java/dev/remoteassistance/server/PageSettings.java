package dev.remoteassistance.server;

import dev.remoteassistance.server.auth.issuer.JwksClient;
import dev.remoteassistance.server.config.Conversion;
import dev.remoteassistance.server.config.Setting;
import dev.remoteassistance.server.config.SettingValues;
import dev.remoteassistance.server.page.SignIn;
import java.net.URI;
import java.util.Optional;
import java.util.function.Function;

/** Reads the settings of the page for operators. */
record PageSettings(SettingValues settings) {

    private static final String ON = Setting.PAGE.property() + "=true";

    /** Returns how the page signs in; empty if there is no page. */
    Optional<SignIn> signIn() {
        return authority().map(issuer -> new SignIn(issuer, clientId().orElseThrow(), scope().orElseThrow()));
    }

    Optional<URI> authority() {
        return ofPage(Setting.PAGE_AUTHORITY, JwksClient::safeAddress);
    }

    Optional<String> clientId() {
        return ofPage(Setting.PAGE_CLIENT_ID, Conversion::name);
    }

    Optional<String> scope() {
        return ofPage(Setting.PAGE_SCOPE, Conversion::name);
    }

    /** Refuses a setting without a page: its operator believes that there is one. */
    private <T> Optional<T> ofPage(Setting setting, Function<String, T> conversion) {
        boolean on = settings.get(Setting.PAGE, Conversion::trueOrFalse);
        Optional<T> value = settings.find(setting, conversion);
        if (on != value.isPresent()) {
            throw setting.refusal((on ? "is required with " : "counts only with ") + ON);
        }
        return value;
    }
}
