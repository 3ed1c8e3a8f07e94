/** The schemas of one contract, each as a set of alternatives. */
package dev.remoteassistance.contract.schema.part;
