/**
 * Lists the types, keywords and names that a contract may use: those that generated model, server and client keep and
 * check exactly. Everything else is refused, with what to write instead.
 */
package dev.remoteassistance.contract.lint;
