/** Reads the versions of a contract from files and from commits of a Git repository. */
package dev.remoteassistance.contract.source;
