/** How much time, memory and how many threads a sender may take up, whoever it is: before and below JAX-RS. */
package dev.remoteassistance.server.http.wire;
