/** The store in a table: written, read, and cleared of old reports. */
package dev.remoteassistance.server.store.sql;
