/** The runnable kit with the case of this API, as a process. */
package dev.remoteassistance.contract.jar;
