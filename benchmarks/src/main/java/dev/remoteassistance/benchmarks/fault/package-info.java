/** Commands that cause real faults under load and check all promises, one for each fault. */
package dev.remoteassistance.benchmarks.fault;
