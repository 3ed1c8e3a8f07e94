/** What changed between two versions of a contract: where, how, and whether it breaks those who rely on the earlier one. */
package dev.remoteassistance.contract.difference;
