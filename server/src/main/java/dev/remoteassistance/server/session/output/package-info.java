/** Writes sessions as text for people, spreadsheets and programs. */
package dev.remoteassistance.server.session.output;
