/** Bodies: off the wire, into objects, checked by the contract, and back to JSON. */
package dev.remoteassistance.server.body;
