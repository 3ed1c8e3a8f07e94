/** The command that verifies any deployed server: it takes an OpenAPI file, pact files, an address and tokens. */
package dev.remoteassistance.contract.verify;
