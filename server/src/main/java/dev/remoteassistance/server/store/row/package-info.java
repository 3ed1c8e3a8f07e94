/** A report in the form that is stored, and its key. */
package dev.remoteassistance.server.store.row;
