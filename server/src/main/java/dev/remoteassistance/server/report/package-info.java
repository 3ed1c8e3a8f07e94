/** The resources that implement the generated interfaces, and the threads on which they ask the store. */
package dev.remoteassistance.server.report;
