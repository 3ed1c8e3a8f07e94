/**
 * Changes between two versions of a contract: their place, what they do, and whether they break those who rely on the
 * baseline.
 */
package dev.remoteassistance.contract.difference;
