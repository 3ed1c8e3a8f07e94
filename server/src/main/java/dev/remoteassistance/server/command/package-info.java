/** The command line. */
package dev.remoteassistance.server.command;
