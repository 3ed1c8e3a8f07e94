/** Real faults under load, and whether every promise held: what was acknowledged is stored once, and nothing needs a hand. */
package dev.remoteassistance.benchmarks.fault;
