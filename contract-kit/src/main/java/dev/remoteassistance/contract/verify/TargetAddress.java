package dev.remoteassistance.contract.verify;

import dev.remoteassistance.contract.option.NoVerdictException;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;

/** The address that the paths of the pacts are appended to. */
final class TargetAddress {

    private TargetAddress() {}

    /**
     * Reads an address.
     *
     * @throws NoVerdictException if it is no address that paths can be appended to
     */
    static URI read(String text) {
        try {
            URI address = new URI(text.replaceFirst("/*$", "/"));
            String scheme = String.valueOf(address.getScheme()).toLowerCase(Locale.ROOT);
            if (!scheme.equals("http") && !scheme.equals("https")) {
                throw new NoVerdictException("--url: neither http nor https");
            }
            if (address.getHost() == null) {
                throw new NoVerdictException("--url: no host");
            }
            // The message does not quote these parts, because they may contain a password.
            if (address.getRawUserInfo() != null || address.getRawQuery() != null || address.getRawFragment() != null) {
                throw new NoVerdictException("--url: more than scheme, host, port and path");
            }
            return address;
        } catch (URISyntaxException e) {
            throw new NoVerdictException("--url: not an address");
        }
    }
}
