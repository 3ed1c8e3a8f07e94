/** Composition root and command line. */
package dev.remoteassistance.server;
