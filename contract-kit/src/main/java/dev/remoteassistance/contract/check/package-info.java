/** Pacts compared with a contract, without a server. */
package dev.remoteassistance.contract.check;
