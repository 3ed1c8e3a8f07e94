/** Composition root: makes a server from the settings and its parts, and runs it. */
package dev.remoteassistance.server;
