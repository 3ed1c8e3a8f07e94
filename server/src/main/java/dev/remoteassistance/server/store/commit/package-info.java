/** Lets reports share transactions, whatever writes them. */
package dev.remoteassistance.server.store.commit;
