/** SQLite and PostgreSQL: connections, the insertion of rows, and what else the two differ in. */
package dev.remoteassistance.server.store.database;
