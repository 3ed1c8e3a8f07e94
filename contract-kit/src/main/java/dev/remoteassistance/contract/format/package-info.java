/** Writes the gate's verdict in the formats that people, build servers and code hosts read. */
package dev.remoteassistance.contract.format;
