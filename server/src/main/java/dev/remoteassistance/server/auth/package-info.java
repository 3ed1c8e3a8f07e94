/** Finds the {@link dev.remoteassistance.server.auth.Caller} of a request, and checks what the caller may do. */
package dev.remoteassistance.server.auth;
