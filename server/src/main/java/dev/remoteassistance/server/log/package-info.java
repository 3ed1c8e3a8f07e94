/** The log of the process: its levels, its formats and its queue. */
package dev.remoteassistance.server.log;
