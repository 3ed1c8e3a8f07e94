/** Versions of a contract: how far it has moved from its last release, what that demands of its version, and its files. */
package dev.remoteassistance.contract.release;
