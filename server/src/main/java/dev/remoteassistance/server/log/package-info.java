/** The process's log: what is written, in which form, and through which queue. */
package dev.remoteassistance.server.log;
