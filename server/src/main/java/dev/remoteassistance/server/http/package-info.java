/** Names and refusals of a request: its ids, its record, the checks of its header, error codes and error bodies. */
package dev.remoteassistance.server.http;
