/** The listener, the way of a request from it to the resources, and the adapter to JAX-RS. */
package dev.remoteassistance.server.front;
