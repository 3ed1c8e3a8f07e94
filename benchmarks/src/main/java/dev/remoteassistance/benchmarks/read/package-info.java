/** Questions about sessions, over HTTP and in hand-written SQL. */
package dev.remoteassistance.benchmarks.read;
