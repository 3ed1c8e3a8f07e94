/** From the Authorization header to the {@link dev.remoteassistance.server.auth.Caller}, and what the caller may do. */
package dev.remoteassistance.server.auth;
