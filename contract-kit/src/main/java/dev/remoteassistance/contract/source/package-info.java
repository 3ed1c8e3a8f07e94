/** Where the versions of a contract come from: files, and commits of a Git repository. */
package dev.remoteassistance.contract.source;
