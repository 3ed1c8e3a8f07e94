/**
 * Finds the promises of a contract's last release that it no longer keeps, the consumers whose pacts rely on them, and
 * the version that the change demands.
 */
package dev.remoteassistance.contract.gate;
