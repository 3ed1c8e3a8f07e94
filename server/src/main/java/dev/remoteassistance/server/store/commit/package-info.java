/** Lets reports share transactions, independently of the database. */
package dev.remoteassistance.server.store.commit;
