package dev.remoteassistance.server.auth;

import com.nimbusds.jose.jwk.JWKSet;

/**
 * What the verification of a token has shown, and what it depends on.
 *
 * @param caller who the token says is calling
 * @param keys the issuer's keys at that time
 * @param times when the token is valid
 */
record VerifiedToken(Caller caller, JWKSet keys, TokenTimes times) {}
