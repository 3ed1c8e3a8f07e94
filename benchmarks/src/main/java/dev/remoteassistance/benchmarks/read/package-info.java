/** Questions about sessions, over HTTP and in SQL by hand. */
package dev.remoteassistance.benchmarks.read;
