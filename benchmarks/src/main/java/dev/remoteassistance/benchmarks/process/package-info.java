/** Starts, watches and ends programs as child processes, whatever ends this program. */
package dev.remoteassistance.benchmarks.process;
