/** The servers that are compared: ours in several forms, a bare one, and peers. */
package dev.remoteassistance.benchmarks.subject;
