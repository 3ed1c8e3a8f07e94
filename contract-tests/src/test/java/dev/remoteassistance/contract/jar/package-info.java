/** The runnable kit with the case of this API, loaded or as a process. */
package dev.remoteassistance.contract.jar;
