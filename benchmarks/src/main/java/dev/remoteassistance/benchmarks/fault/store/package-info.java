/** The stores that faults happen to. */
package dev.remoteassistance.benchmarks.fault.store;
