/** The ways by which stories come in. */
package io.musemeter.system.ways;
