/** A contract that holds every construct which is allowed goes through generated model, client and the real server. */
package dev.remoteassistance.contract.everything;
