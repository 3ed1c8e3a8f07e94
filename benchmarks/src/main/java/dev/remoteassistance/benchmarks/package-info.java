/** Commands that measure how fast the server is and what it withstands. The build compiles them, but runs none. */
package dev.remoteassistance.benchmarks;
