/** Ends connections whose sender takes too long for the header of a request. */
package dev.remoteassistance.server.front.deadline;
