/** Programs as child processes: how they are started, looked at and ended, whatever ends this program. */
package dev.remoteassistance.benchmarks.process;
