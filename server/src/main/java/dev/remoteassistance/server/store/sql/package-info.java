/** Writes, reads and deletes reports in a table, and keeps its schema up to date. */
package dev.remoteassistance.server.store.sql;
