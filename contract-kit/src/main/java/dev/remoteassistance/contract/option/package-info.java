/** Shared parts of the kit's commands: the case that a jar is packaged with, exit codes, output. */
package dev.remoteassistance.contract.option;
