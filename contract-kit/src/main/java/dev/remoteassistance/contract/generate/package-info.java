/** Draws requests from a contract: valid ones, at each limit, and with each rule broken once. */
package dev.remoteassistance.contract.generate;
