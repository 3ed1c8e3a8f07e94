/** Writes reports of results, for people and for programs. */
package dev.remoteassistance.contract.report;
