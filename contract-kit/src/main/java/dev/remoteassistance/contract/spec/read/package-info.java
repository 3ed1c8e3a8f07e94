/** Reads the files of a contract into one tree, within limits, and writes a tree. */
package dev.remoteassistance.contract.spec.read;
