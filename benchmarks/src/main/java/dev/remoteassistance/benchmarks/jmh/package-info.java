/** Measures single parts of a request with JMH. */
package dev.remoteassistance.benchmarks.jmh;
