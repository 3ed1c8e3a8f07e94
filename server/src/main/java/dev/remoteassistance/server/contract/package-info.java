/** Reads the contract at start-up. */
package dev.remoteassistance.server.contract;
