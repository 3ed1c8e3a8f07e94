/** Reads names, patterns and nodes of a contract as the rules need them. */
package dev.remoteassistance.contract.lint.syntax;
