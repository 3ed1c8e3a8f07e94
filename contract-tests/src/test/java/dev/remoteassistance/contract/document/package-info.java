/** Random documents of the contract and beyond it, and the comparison of what was sent with what is stored. */
package dev.remoteassistance.contract.document;
