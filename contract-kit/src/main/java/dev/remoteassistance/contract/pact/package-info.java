/** Pact files: what consumers send and expect, held against a contract and against a running provider. */
package dev.remoteassistance.contract.pact;
