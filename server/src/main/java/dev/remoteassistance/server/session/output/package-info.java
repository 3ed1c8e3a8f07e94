/** Sessions as text: for people, for spreadsheets, for programs. */
package dev.remoteassistance.server.session.output;
