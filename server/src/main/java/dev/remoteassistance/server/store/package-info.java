/** Where reports are kept: what every store promises, in plain values. */
package dev.remoteassistance.server.store;
