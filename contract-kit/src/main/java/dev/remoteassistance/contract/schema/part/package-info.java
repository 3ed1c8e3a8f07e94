/** Schemas of one contract as the ways that they leave for a value to be valid. */
package dev.remoteassistance.contract.schema.part;
