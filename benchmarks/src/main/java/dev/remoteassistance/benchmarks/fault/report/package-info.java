/** Sends reports during a fault, and records which were acknowledged, refused, lost or stored. */
package dev.remoteassistance.benchmarks.fault.report;
