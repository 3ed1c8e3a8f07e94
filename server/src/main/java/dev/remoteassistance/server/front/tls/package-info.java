/** Reads the API's certificate and key, from files that may be replaced while the server runs. */
package dev.remoteassistance.server.front.tls;
