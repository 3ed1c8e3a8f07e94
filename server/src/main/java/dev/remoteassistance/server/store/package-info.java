/** Where reports are kept. */
package dev.remoteassistance.server.store;
