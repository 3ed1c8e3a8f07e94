/** Real servers, databases and issuers, as child processes and on loopback, for as long as a command needs them. */
package dev.remoteassistance.benchmarks.process;
