/** More instances of one family under a backlog. */
package io.musemeter.system.scaling;
