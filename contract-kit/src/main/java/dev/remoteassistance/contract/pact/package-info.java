/** Pact files: what consumers send and expect, held against a contract. */
package dev.remoteassistance.contract.pact;
