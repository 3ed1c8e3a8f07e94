/** The kinds of change that are tried, and the places of a contract that they fit. */
package dev.remoteassistance.contract.mutant.operator;
