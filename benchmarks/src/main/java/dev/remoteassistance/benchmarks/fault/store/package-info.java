/** The stores that are exposed to faults. */
package dev.remoteassistance.benchmarks.fault.store;
