/**
 * Two versions of a schema side by side: what changed in what is allowed. Pairs of schemas are compared once, however many
 * operations lead to them, and without recursion, so that schemas may refer to each other as they like.
 */
package dev.remoteassistance.contract.schema;
