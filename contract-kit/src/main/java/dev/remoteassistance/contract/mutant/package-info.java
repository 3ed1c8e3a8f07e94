/**
 * Makes mutants, which are contracts with one change each, and records in a matrix which check notices which change of
 * a contract, a provider or a consumer.
 */
package dev.remoteassistance.contract.mutant;
