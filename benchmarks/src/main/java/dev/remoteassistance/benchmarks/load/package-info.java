/** Generates load by wrk, with a script that sends a new report in each request. */
package dev.remoteassistance.benchmarks.load;
