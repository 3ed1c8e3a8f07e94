/** The command that verifies any deployed server, given an OpenAPI file, pact files, an address and tokens. */
package dev.remoteassistance.contract.verify;
