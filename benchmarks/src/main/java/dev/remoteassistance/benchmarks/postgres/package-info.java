/** Runs PostgreSQL as a child process for as long as a command needs it. */
package dev.remoteassistance.benchmarks.postgres;
