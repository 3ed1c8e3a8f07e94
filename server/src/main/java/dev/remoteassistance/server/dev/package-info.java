/** Development only: a server and an issuer of its own on this machine. Nothing of it runs under serve. */
package dev.remoteassistance.server.dev;
