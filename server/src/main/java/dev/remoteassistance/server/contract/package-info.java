/** The contract as the server reads it at start-up. */
package dev.remoteassistance.server.contract;
