/** What the pacts and their verification prove about the contract. */
package dev.remoteassistance.contract.proof;
