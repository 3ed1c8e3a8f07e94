/** Files of a contract, read into one tree within limits. */
package dev.remoteassistance.contract.spec.read;
