/** Attacks that callers can make without any privilege, and what an innocent tenant sees of them. */
package dev.remoteassistance.benchmarks.fault.hostile;
