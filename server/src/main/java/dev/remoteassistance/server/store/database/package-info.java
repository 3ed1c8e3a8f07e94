/** SQLite and PostgreSQL: connections, the insertion of rows, and everything else in which the two differ. */
package dev.remoteassistance.server.store.database;
