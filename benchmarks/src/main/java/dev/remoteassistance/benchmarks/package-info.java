/** Commands that show how fast the server is, and what it withstands. The build compiles them and measures nothing. */
package dev.remoteassistance.benchmarks;
