/**
 * The table of sessions beside that of reports. It is written in the same transaction and read by
 * {@link SessionReader}.
 */
package dev.remoteassistance.server.store.session;
