/** Servers and clients with one fault each, all of which the tests must notice. */
package dev.remoteassistance.contract.broken;
