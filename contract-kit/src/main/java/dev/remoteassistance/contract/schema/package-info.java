/**
 * Compares two versions of a schema: which values are allowed no longer, and which are new. Each pair of schemas is
 * compared once, however many operations use it, and without recursion, so that schemas may refer to each other in any
 * way.
 */
package dev.remoteassistance.contract.schema;
