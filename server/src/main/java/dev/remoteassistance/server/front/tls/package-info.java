/** The API's certificate, from files that are replaced while the server runs. */
package dev.remoteassistance.server.front.tls;
