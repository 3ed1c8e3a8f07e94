/** The store in a table of SQLite or PostgreSQL. */
package dev.remoteassistance.server.store.sql;
