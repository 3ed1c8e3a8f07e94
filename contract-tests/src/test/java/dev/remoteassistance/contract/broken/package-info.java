/** Servers and clients that are wrong in one way each, all of which have to be noticed. */
package dev.remoteassistance.contract.broken;
