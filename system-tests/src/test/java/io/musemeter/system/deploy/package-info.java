/** The files under {@code deploy} against the code they start and against the models of what reads them. */
package io.musemeter.system.deploy;
