/** Temperatures for live requests, by design. */
package io.musemeter.assigner;
