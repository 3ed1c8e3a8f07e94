/**
 * The table of sessions beside that of reports. It is written in the same transaction and read by
 * {@link SessionReader}; what its rows were before, {@link HistoryReader} reads from the reports.
 */
package dev.remoteassistance.server.store.session;
