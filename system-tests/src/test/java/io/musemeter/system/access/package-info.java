/** The services as the users of {@code deploy/kubernetes}, on a broker that enforces just those users' rights. */
package io.musemeter.system.access;
