/** What an operator sets, as plain values. Depends on nothing else of the server. */
package dev.remoteassistance.server.config;
