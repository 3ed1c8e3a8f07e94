/** The command line of the kit. */
package dev.remoteassistance.contract.command;
