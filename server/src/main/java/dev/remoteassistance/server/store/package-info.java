/** The store of reports as its callers see it: what every store promises, in plain values. */
package dev.remoteassistance.server.store;
