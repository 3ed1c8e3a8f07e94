/** Checks pact files, which say what consumers send and expect, against a contract and against a running provider. */
package dev.remoteassistance.contract.pact;
