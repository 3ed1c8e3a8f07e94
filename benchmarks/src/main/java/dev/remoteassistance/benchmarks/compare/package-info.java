/** Compares servers side by side, in turns, and writes a page with the results. */
package dev.remoteassistance.benchmarks.compare;
