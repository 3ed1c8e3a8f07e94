/** Compares servers side by side, in turns, and writes down what came out. */
package dev.remoteassistance.benchmarks.compare;
