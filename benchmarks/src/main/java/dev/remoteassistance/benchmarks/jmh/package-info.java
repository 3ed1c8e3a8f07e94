/** Parts of a request by themselves, measured with JMH. */
package dev.remoteassistance.benchmarks.jmh;
