/** What the pacts and the verification prove of the contract. */
package dev.remoteassistance.contract.proof;
