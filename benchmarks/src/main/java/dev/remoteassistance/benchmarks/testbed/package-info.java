/** What a run needs around the servers that it tries, and our own server. */
package dev.remoteassistance.benchmarks.testbed;
