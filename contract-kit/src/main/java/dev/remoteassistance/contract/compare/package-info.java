/** Two versions of a contract side by side, operation by operation: what changed, and whether it breaks a consumer. */
package dev.remoteassistance.contract.compare;
