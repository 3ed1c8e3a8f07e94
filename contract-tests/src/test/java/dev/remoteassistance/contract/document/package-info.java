/** Random documents that the contract allows, and the comparison of what was sent with what is stored. */
package dev.remoteassistance.contract.document;
