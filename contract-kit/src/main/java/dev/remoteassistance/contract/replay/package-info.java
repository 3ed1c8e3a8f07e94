/** Interactions of pacts, sent to a running provider. */
package dev.remoteassistance.contract.replay;
