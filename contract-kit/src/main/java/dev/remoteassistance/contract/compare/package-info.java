/** Compares two versions of a contract, operation by operation: what changed, and whether it breaks a consumer. */
package dev.remoteassistance.contract.compare;
