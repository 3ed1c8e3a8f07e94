/** What the commands of the kit have in common: the case that a jar is packaged with, exit codes, output. */
package dev.remoteassistance.contract.option;
