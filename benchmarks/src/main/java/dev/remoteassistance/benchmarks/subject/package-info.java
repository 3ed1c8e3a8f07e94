/** The servers that are compared: ours with several stores and settings, a bare one, and peers. */
package dev.remoteassistance.benchmarks.subject;
