/** The load: wrk with a script, whose every request is a new report. */
package dev.remoteassistance.benchmarks.load;
