/** Limits the requests of tenants and of the apps within them. Off unless an operator turns it on. */
package dev.remoteassistance.server.throttle;
