/** Real faults under load, and whether every promise held: one command for each fault. */
package dev.remoteassistance.benchmarks.fault;
