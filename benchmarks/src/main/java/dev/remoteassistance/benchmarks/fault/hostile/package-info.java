/** Attacks that callers can make without privileges, and what an innocent tenant notices of them. */
package dev.remoteassistance.benchmarks.fault.hostile;
