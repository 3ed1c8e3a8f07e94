/** The documents, compared with what they describe: code, settings, codes, packages, links; and the length of main sources. */
package dev.remoteassistance.contract.guide;
