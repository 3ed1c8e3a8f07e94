/** What all stations of a request share: its ids and record, the checks of its header, error codes and error bodies. */
package dev.remoteassistance.server.http;
