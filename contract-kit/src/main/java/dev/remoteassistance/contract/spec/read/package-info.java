/** Reads the files of a contract into one tree, within limits. */
package dev.remoteassistance.contract.spec.read;
