/**
 * Mutants: contracts with one change each, to see which check notices, and the matrix of what noticed which change of a
 * contract, a provider or a consumer.
 */
package dev.remoteassistance.contract.mutant;
