/** The reports that are sent during a fault, and what became of them: acknowledged, refused, lost or stored. */
package dev.remoteassistance.benchmarks.fault.report;
