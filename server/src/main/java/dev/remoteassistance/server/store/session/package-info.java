/** The table of sessions beside that of reports: written in the same transaction, and asked by {@link SessionReader}. */
package dev.remoteassistance.server.store.session;
