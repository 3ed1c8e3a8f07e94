/** Reads bodies off the wire, parses them, validates them against the contract, and writes JSON. */
package dev.remoteassistance.server.body;
