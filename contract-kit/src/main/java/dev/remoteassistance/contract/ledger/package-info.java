/**
 * The ledger: one row for each cell of a contract, with the consumers' interactions that exercise it and whether the
 * provider was verified in it.
 */
package dev.remoteassistance.contract.ledger;
