/** Keeps tenants, and apps within them, to their share of requests. Off unless an operator asks for it. */
package dev.remoteassistance.server.throttle;
