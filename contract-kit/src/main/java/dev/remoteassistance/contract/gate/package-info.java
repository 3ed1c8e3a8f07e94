/**
 * What a contract promised in its last release and no longer promises: found by two tools and by rules of our own, held
 * against the pact files, and weighed against the contract's version.
 */
package dev.remoteassistance.contract.gate;
