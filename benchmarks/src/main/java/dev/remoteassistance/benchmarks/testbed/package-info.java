/** Our server under test, and everything that a run needs around it. */
package dev.remoteassistance.benchmarks.testbed;
