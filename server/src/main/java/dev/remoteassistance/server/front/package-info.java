/** The listener, the stations of a request on its way to the resources, and the adapter to JAX-RS. */
package dev.remoteassistance.server.front;
