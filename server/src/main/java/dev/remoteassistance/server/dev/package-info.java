/** For development only: a server and its own issuer on one machine. The command serve uses nothing of it. */
package dev.remoteassistance.server.dev;
