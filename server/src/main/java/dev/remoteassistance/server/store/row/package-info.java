/** The form in which a report is stored, and its key. */
package dev.remoteassistance.server.store.row;
